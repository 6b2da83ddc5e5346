import Alamofire
import Foundation
import UIKit

final class SealInterceptor: RequestInterceptor {
    private enum Keys {
        static let sealmetricsToken = "guest.sealmetrics.token"
        static let onboarding = "guest.onboarding.done"
    }

    private let defaults = UserDefaults.standard
    private let apiHost = "api.sealmetrics.com"

    func store(sealmetricsToken: String) {
        defaults.set(true, forKey: Keys.onboarding)
        defaults.set(sealmetricsToken, forKey: Keys.sealmetricsToken) ⟪token-in-browser-storage⟫
    }

    func adapt(
        _ urlRequest: URLRequest,
        for session: Session,
        completion: @escaping (Result<URLRequest, Error>) -> Void
    ) {
        var request = urlRequest
        guard request.url?.host == apiHost, let token = defaults.string(forKey: Keys.sealmetricsToken) else {
            completion(.success(request))
            return
        }
        request.headers.add(.accept("application/json"))
        request.headers.add(name: "Authorization", value: "Bearer \(token)") ⟪authorized-call-from-client⟫
        completion(.success(request))
    }
}
