import 'dart:convert';

import 'package:flutter/foundation.dart';
import 'package:http/http.dart' as http;

class StatsConfig {
  const StatsConfig({
    this.base = 'https://my.sealmetrics.com/api/v1',
    this.apiKey = '⟦sm:dart01⟧', ⟪token-in-client-code⟫
    this.site = 'acme-corp',
  });

  final String base;
  final String apiKey;
  final String site;
}

class StatsRepository extends ChangeNotifier {
  StatsRepository({this.config = const StatsConfig()});

  final StatsConfig config;
  int visits = 0;

  Future<void> refresh(DateTime day) async {
    final uri = Uri.parse('${config.base}/stats/${config.site}/totals?date=${day.toIso8601String()}');
    final response = await http.get(uri, headers: {'X-API-Key': config.apiKey}); ⟪authorized-call-from-client⟫
    if (response.statusCode != 200) {
      throw StateError('totals answered ${response.statusCode}');
    }
    visits = (jsonDecode(response.body) as Map<String, dynamic>)['visits'] as int;
    notifyListeners();
  }
}
