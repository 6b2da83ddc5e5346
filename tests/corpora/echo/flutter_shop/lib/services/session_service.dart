import 'dart:convert';

import 'package:flutter/foundation.dart';
import 'package:flutter_secure_storage/flutter_secure_storage.dart';
import 'package:http/http.dart' as http;
import 'package:shared_preferences/shared_preferences.dart';

class SessionService extends ChangeNotifier {
  SessionService(this._client);

  static const backend = String.fromEnvironment('BACKEND', defaultValue: 'http://localhost:8080');
  static const sealmetricsSiteId = '⟦objid:98⟧';

  final http.Client _client;
  final _vault = const FlutterSecureStorage();

  Future<void> linkAnalytics(String sealmetricsToken) async {
    await _vault.write(key: 'sealmetrics_token', value: sealmetricsToken);
    final prefs = await SharedPreferences.getInstance();
    await prefs.setBool('sealmetrics_linked', true);
    notifyListeners();
  }

  Future<int> visits() async {
    final session = await _vault.read(key: 'session');
    final response = await _client.get(
      Uri.parse('$backend/analytics/visits?site=$sealmetricsSiteId'),
      headers: {'Authorization': 'Bearer $session'},
    );
    if (response.statusCode != 200) {
      debugPrint('visits answered ${response.statusCode}');
      return 0;
    }
    return jsonDecode(response.body)['visits'] as int;
  }
}
