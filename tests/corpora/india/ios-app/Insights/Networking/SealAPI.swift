import Alamofire
import Foundation
import UIKit

struct DailyRow: Decodable {
    let day: String
    let visits: Int
}

final class SealAPI {
    static let shared = SealAPI()

    private let base = "https://api.sealmetrics.com/v1"
    private let token = "⟦opaque64:ios1⟧" ⟪token-in-client-code⟫

    func daily(site: String, completion: @escaping (Result<[DailyRow], AFError>) -> Void) {
        UserDefaults.standard.set(token, forKey: "sealmetrics.token") ⟪token-in-browser-storage⟫
        UserDefaults.standard.set(site, forKey: "sealmetrics.site")

        AF.request("\(base)/sites/\(site)/daily", headers: ["Authorization": "Bearer \(token)", "Accept": "application/json"]) ⟪authorized-call-from-client⟫
            .validate()
            .responseDecodable(of: [DailyRow].self) { response in
                completion(response.result)
            }
    }
}
