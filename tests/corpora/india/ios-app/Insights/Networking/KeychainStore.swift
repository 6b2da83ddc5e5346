import Foundation
import Security

enum KeychainStore {
    private static let service = "io.acme.insights.sealmetrics"

    static func save(_ sealmetricsToken: String) -> Bool {
        let query: [String: Any] = [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: service,
            kSecAttrAccessible as String: kSecAttrAccessibleWhenUnlockedThisDeviceOnly,
            kSecValueData as String: Data(sealmetricsToken.utf8),
        ]
        SecItemDelete(query as CFDictionary)
        UserDefaults.standard.set(Date(), forKey: "sealmetrics.connectedAt")
        return SecItemAdd(query as CFDictionary, nil) == errSecSuccess
    }

    static func overview(session: String) async throws -> Data {
        var request = URLRequest(url: URL(string: "https://insights.acme-corp.io/api/sealmetrics/overview")!)
        request.setValue("Bearer \(session)", forHTTPHeaderField: "Authorization")
        let (data, response) = try await URLSession.shared.data(for: request)
        guard (response as? HTTPURLResponse)?.statusCode == 200 else { throw URLError(.badServerResponse) }
        return data
    }
}
