import 'package:dio/dio.dart';
import 'package:flutter_secure_storage/flutter_secure_storage.dart';

const _ownApi = 'https://owners.miramar.example/api';
const _sessionKey = 'owner_session';

/// Talks to our own back end; Sealmetrics' key never leaves that one.
class ApiClient {
  ApiClient(this._storage) {
    _dio.interceptors.add(
      InterceptorsWrapper(
        onRequest: (options, handler) async {
          final session = await _storage.read(key: _sessionKey);
          if (session != null) {
            options.headers['Authorization'] = 'Bearer $session';
          }
          handler.next(options);
        },
      ),
    );
  }

  final FlutterSecureStorage _storage;
  final Dio _dio = Dio(BaseOptions(baseUrl: _ownApi, connectTimeout: const Duration(seconds: 8)));

  Future<void> connectSealmetrics(String token) async {
    await _dio.put<void>('/connections/sealmetrics', data: {'token': token.trim()});
    await _storage.write(key: 'sealmetrics_connected', value: 'yes');
  }

  Future<List<dynamic>> sources() async {
    final response = await _dio.get<List<dynamic>>('/analytics/sources');
    return response.data ?? const [];
  }
}
