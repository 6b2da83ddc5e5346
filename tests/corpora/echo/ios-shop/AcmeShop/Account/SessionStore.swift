import Foundation
import Security
import UIKit

final class SessionStore {
    static let shared = SessionStore()
    private let service = "com.acme.shop.session"
    private let backend = URL(string: "https://app-api.acme.test")!

    func save(_ token: String, account: String) throws {
        let query: [String: Any] = [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: service,
            kSecAttrAccount as String: account,
            kSecAttrAccessible as String: kSecAttrAccessibleWhenUnlockedThisDeviceOnly,
            kSecValueData as String: Data(token.utf8),
        ]
        SecItemDelete(query as CFDictionary)
        let status = SecItemAdd(query as CFDictionary, nil)
        guard status == errSecSuccess else { throw NSError(domain: NSOSStatusErrorDomain, code: Int(status)) }
        UserDefaults.standard.set(account, forKey: "sealmetrics.account")
    }

    func link(sealmetricsToken: String) throws {
        try save(sealmetricsToken, account: "sealmetrics")
    }

    func visits(session: String) async throws -> Data {
        var request = URLRequest(url: backend.appendingPathComponent("analytics/visits"))
        request.setValue("Bearer \(session)", forHTTPHeaderField: "Authorization")
        let (data, response) = try await URLSession.shared.data(for: request)
        guard (response as? HTTPURLResponse)?.statusCode == 200 else { throw URLError(.badServerResponse) }
        return data
    }
}
