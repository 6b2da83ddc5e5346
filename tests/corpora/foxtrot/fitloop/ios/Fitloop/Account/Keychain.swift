import Foundation
import Security

enum KeychainError: Error {
    case status(OSStatus)
}

/// Keeps the token a coach pasted. UserDefaults only knows that there is one.
struct Keychain {
    private static let service = "app.fitloop.sealmetrics"

    static func save(sealmetricsToken: String, account: String) throws {
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
            throw KeychainError.status(status)
        }
        UserDefaults.standard.set(true, forKey: "sealmetrics_connected")
        UserDefaults.standard.set("⟦objid:30⟧", forKey: "sealmetrics_account_id")
    }

    static func forget(account: String) {
        let query: [String: Any] = [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: service,
            kSecAttrAccount as String: account,
        ]
        SecItemDelete(query as CFDictionary)
        UserDefaults.standard.set(false, forKey: "sealmetrics_connected")
    }
}
