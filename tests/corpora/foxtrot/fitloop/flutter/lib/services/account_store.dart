import 'package:flutter_secure_storage/flutter_secure_storage.dart';
import 'package:http/http.dart' as http;
import 'package:shared_preferences/shared_preferences.dart';

class AccountStore {
  AccountStore(this._secure, this._preferences);

  final FlutterSecureStorage _secure;
  final SharedPreferences _preferences;

  static const _tokenKey = 'sealmetrics_token';
  static const _accountKey = 'sealmetrics_account_id';

  Future<void> connect(String token, String account) async {
    await _secure.write(key: _tokenKey, value: token.trim());
    await _preferences.setString(_accountKey, account);
    await _preferences.setBool('sealmetrics_connected', true);
  }

  Future<void> disconnect() async {
    await _secure.delete(key: _tokenKey);
    await _preferences.setBool('sealmetrics_connected', false);
  }

  bool get connected => _preferences.getBool('sealmetrics_connected') ?? false;

  Future<void> track(String page) async {
    final uri = Uri.https('pixel.sealmetrics.com', '/p.gif', {'id': '⟦objid:30⟧', 'page': page});
    await http.get(uri);
  }

  Future<int> weeklyVisits(String session) async {
    final response = await http.get(
      Uri.parse('https://api.fitloop.example/v4/visits'),
      headers: {'Authorization': 'Bearer $session'},
    );
    return int.parse(response.body);
  }
}
