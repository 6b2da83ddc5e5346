import Foundation
import UIKit

final class Signed: RequestAdapter {
    private let host = "api.sealmetrics.com"
    private let store: TokenStore

    init(store: TokenStore) { self.store = store }

    func adapt(_ request: URLRequest, completion: (URLRequest) -> Void) {
        var signed = request
        if request.url?.host == host {
            signed.setValue("Bearer \(store.token)", forHTTPHeaderField: "Authorization") ⟪authorized-call-from-client⟫
        }
        completion(signed)
    }
}
