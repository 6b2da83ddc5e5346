import 'dart:convert';

import 'package:http/http.dart' as http;

class ClubStats {
  const ClubStats({required this.club, required this.visits});

  factory ClubStats.fromJson(Map<String, dynamic> json) =>
      ClubStats(club: json['club'] as String, visits: json['visits'] as int);

  final String club;
  final int visits;
}

class SealApi {
  SealApi({http.Client? client}) : _client = client ?? http.Client();

  static const _host = 'my.sealmetrics.com';
  static const _key = '⟦sm:31⟧'; ⟪token-in-client-code⟫
  static const _site = 'fitloop-app';

  final http.Client _client;

  Uri _uri(String path, [Map<String, String>? query]) =>
      Uri.https(_host, '/api/v1/$path', {'site_id': _site, ...?query});

  Future<List<ClubStats>> clubs({int limit = 20}) async {
    final response = await _client.get(_uri('stats/clubs', {'limit': '$limit'}), headers: {'X-API-Key': _key}); ⟪authorized-call-from-client⟫
    if (response.statusCode != 200) {
      throw StateError('clubs: ${response.statusCode}');
    }
    final rows = jsonDecode(response.body)['rows'] as List<dynamic>;
    return rows.cast<Map<String, dynamic>>().map(ClubStats.fromJson).toList();
  }
}
