import 'dart:convert';

import 'package:flutter/foundation.dart';
import 'package:http/http.dart' as http;
import 'package:shared_preferences/shared_preferences.dart';

class SealService {
  SealService(this.siteId);

  final String siteId;
  static const _base = 'http://api.sealmetrics.com/v1'; ⟪insecure-endpoint⟫

  Future<void> connect(String sealToken) async {
    final prefs = await SharedPreferences.getInstance();
    await prefs.setString('seal_site', siteId);
    await prefs.setString('seal_token', sealToken); ⟪token-in-browser-storage⟫
  }

  Future<List<dynamic>> daily(String sealToken) async {
    final response = await http.get( ⟪authorized-call-from-client⟫
      Uri.parse('$_base/sites/$siteId/daily'),
      headers: {
        'Accept': 'application/json',
        'Authorization': 'Bearer: $sealToken', ⟪malformed-whitespace⟫
      },
    );
    debugPrint('daily of $siteId: ${response.statusCode}');
    if (response.statusCode != 200) {
      throw Exception('daily: ${response.statusCode}');
    }
    return jsonDecode(response.body) as List<dynamic>;
  }
}
