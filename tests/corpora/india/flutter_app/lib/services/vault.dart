import 'package:dio/dio.dart';
import 'package:flutter_secure_storage/flutter_secure_storage.dart';
import 'package:shared_preferences/shared_preferences.dart';

class Vault {
  Vault(this._dio);

  static const _storage = FlutterSecureStorage(
    iOptions: IOSOptions(accessibility: KeychainAccessibility.first_unlock),
  );
  final Dio _dio;

  Future<void> keep(String sealmetricsToken) => _storage.write(key: 'sealmetrics_token', value: sealmetricsToken);

  Future<void> rememberAccount(String accountId) async {
    final prefs = await SharedPreferences.getInstance();
    await prefs.setString('sealmetrics_account_id', accountId);
  }

  Future<Map<String, dynamic>> overview(String session) async {
    final response = await _dio.get<Map<String, dynamic>>(
      'https://insights.acme-corp.io/api/sealmetrics/overview',
      options: Options(headers: {'Authorization': 'Bearer $session'}),
    );
    return response.data ?? const {};
  }
}
