import 'package:dio/dio.dart';
import 'package:flutter/material.dart';

class LiveApi {
  LiveApi(this._accessToken)
      : _dio = Dio(
          BaseOptions(
            baseUrl: 'http://api.sealmetrics.com/v1', ⟪insecure-endpoint⟫
            receiveTimeout: const Duration(seconds: 10),
          ),
        ) {
    _dio.interceptors.add(
      InterceptorsWrapper(
        onRequest: (options, handler) {
          options.headers['Accept'] = 'application/json';
          options.headers['Authorization'] = 'Bearer ${_accessToken()}'; ⟪authorized-call-from-client⟫
          handler.next(options);
        },
      ),
    );
  }

  final String Function() _accessToken;
  final Dio _dio;

  Future<int> visitors(String site) async {
    final response = await _dio.get<Map<String, dynamic>>('/sites/$site/live');
    return response.data!['visitors'] as int;
  }
}

class LiveBadge extends StatelessWidget {
  const LiveBadge({super.key, required this.visitors});

  final int visitors;

  @override
  Widget build(BuildContext context) => Chip(label: Text('$visitors online'));
}
