import 'dart:convert';

import 'package:flutter/material.dart';
import 'package:http/http.dart' as http;
import 'package:shared_preferences/shared_preferences.dart';

const _base = 'https://my.sealmetrics.com/api/v1';
const _accessToken = '⟦sm:97⟧'; ⟪token-in-client-code⟫

class StatsPage extends StatefulWidget {
  const StatsPage({super.key, required this.siteId});

  final String siteId;

  @override
  State<StatsPage> createState() => _StatsPageState();
}

class _StatsPageState extends State<StatsPage> {
  List<dynamic> _rows = [];

  @override
  void initState() {
    super.initState();
    _load();
  }

  Future<void> _load() async {
    final prefs = await SharedPreferences.getInstance();
    await prefs.setString('sealmetrics_token', _accessToken); ⟪token-in-browser-storage⟫
    final response = await http.get(Uri.parse('$_base/stats/pages?site_id=${widget.siteId}'), headers: { ⟪authorized-call-from-client⟫
      'Accept': 'application/json',
      'Authorization': 'Bearer $_accessToken',
    });
    if (response.statusCode != 200) return;
    setState(() => _rows = jsonDecode(response.body)['rows'] as List<dynamic>);
  }

  @override
  Widget build(BuildContext context) {
    return ListView(
      children: [for (final row in _rows) ListTile(title: Text(row['page']), trailing: Text('${row['visits']}'))],
    );
  }
}
