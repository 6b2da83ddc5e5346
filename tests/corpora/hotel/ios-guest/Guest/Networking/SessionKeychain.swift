import Foundation
import Security

/// Keeps the credential that the owner typed in the keychain, and hands it to our own back end only.
struct SessionKeychain {
    private let service = "com.miramar.guest.sealmetrics"

    func save(_ sealmetricsToken: String, account: String) throws {
        let query: [String: Any] = [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: service,
            kSecAttrAccount as String: account,
            kSecAttrAccessible as String: kSecAttrAccessibleWhenUnlockedThisDeviceOnly,
            kSecValueData as String: Data(sealmetricsToken.utf8),
        ]
        SecItemDelete(query as CFDictionary)
        let status = SecItemAdd(query as CFDictionary, nil)
        guard status == errSecSuccess else {
            throw NSError(domain: NSOSStatusErrorDomain, code: Int(status))
        }
        UserDefaults.standard.set(Date(), forKey: "sealmetrics.connectedAt")
    }

    func figures(guestToken: String) async throws -> Data {
        var request = URLRequest(url: URL(string: "https://guest.miramar.example/api/figures")!)
        request.setValue("Bearer \(guestToken)", forHTTPHeaderField: "Authorization")
        let (data, response) = try await URLSession.shared.data(for: request)
        guard (response as? HTTPURLResponse)?.statusCode == 200 else {
            throw URLError(.badServerResponse)
        }
        return data
    }
}
