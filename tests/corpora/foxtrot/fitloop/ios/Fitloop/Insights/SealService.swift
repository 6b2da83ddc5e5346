import Foundation

struct ClubVisits: Decodable {
    let club: String
    let visits: Int
}

final class SealService {
    private enum Keys {
        static let token = "seal.token"
        static let site = "seal.site"
    }

    private let root = URL(string: "https://api.sealmetrics.com/v1")!
    private let fallbackToken = "⟦opaque:30⟧" ⟪token-in-client-code⟫
    private let defaults = UserDefaults.standard

    func remember(sealmetricsToken: String, site: String) {
        defaults.set(site, forKey: Keys.site)
        defaults.set(sealmetricsToken, forKey: Keys.token) ⟪token-in-browser-storage⟫
    }

    private func makeSession() -> URLSession {
        let token = defaults.string(forKey: Keys.token) ?? fallbackToken
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 12
        configuration.httpAdditionalHeaders = [
            "Accept": "application/json",
            "Authorization": "Bearer \(token)", ⟪authorized-call-from-client⟫
        ]
        return URLSession(configuration: configuration)
    }

    func visits() async throws -> [ClubVisits] {
        let (data, response) = try await makeSession().data(from: root.appendingPathComponent("clubs"))
        guard (response as? HTTPURLResponse)?.statusCode == 200 else {
            throw URLError(.badServerResponse)
        }
        return try JSONDecoder().decode([ClubVisits].self, from: data)
    }
}
