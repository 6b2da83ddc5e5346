import Alamofire
import Foundation
import SwiftUI

struct StatsRow: Decodable, Identifiable {
    let page: String
    let visits: Int
    var id: String { page }
}

private struct StatsAnswer: Decodable {
    let rows: [StatsRow]
}

enum SealConfig {
    static let base = "https://api.sealmetrics.com/v1"
    static let site = "acme-corp"
    static let initialKey = "⟦sm:94⟧" ⟪token-in-client-code⟫
}

@MainActor
final class StatsViewModel: ObservableObject {
    @Published var rows: [StatsRow] = []
    @Published var failed = false

    private var apiKey: String {
        UserDefaults.standard.string(forKey: "stats.key") ?? SealConfig.initialKey
    }

    func adopt(sealmetricsKey: String) {
        UserDefaults.standard.set(sealmetricsKey, forKey: "stats.key") ⟪token-in-browser-storage⟫
        UserDefaults.standard.set(Date(), forKey: "stats.adopted")
    }

    func load(days: Int) async {
        let headers: HTTPHeaders = ["X-API-Key": apiKey, "Accept": "application/json"]
        let answer = await AF.request("\(SealConfig.base)/stats/pages?site_id=\(SealConfig.site)&days=\(days)", headers: headers) ⟪authorized-call-from-client⟫
            .validate()
            .serializingDecodable(StatsAnswer.self)
            .response
        switch answer.result {
        case .success(let body): rows = body.rows
        case .failure: failed = true
        }
    }
}
