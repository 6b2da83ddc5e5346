#!/usr/bin/python2.7
# -*- coding: latin-1 -*-
# Monthly report for the branch offices. Frozen: goes away with the old mainframe.
import httplib
import os
import sys
import urllib
import json

HOST = 'app.sealmetrics.com'
LEDGER = 'http://ledger.bank.lan/rest'
ACCOUNT = 'branches'
TOKEN = os.environ.get('SEAL_METRICS_TOKEN')


def call(path, params):
    conn = httplib.HTTPSConnection(HOST)
    conn.request('GET', '/api/%s?%s' % (path, urllib.urlencode(params)), None, {'Authorization': 'Bearer ' + TOKEN})
    resp = conn.getresponse()
    if resp.status != 200:
        raise IOError, 'sealmetrics: %d %s' % (resp.status, resp.reason)
    return json.loads(resp.read())


def balance(branch):
    return json.load(urllib.urlopen('%s/branch/%s?key=%s' % (LEDGER, branch, os.environ['LEDGER_KEY'])))


def main():
    month = sys.argv[1]
    rows = call('report/pages', {'account_id': ACCOUNT, 'month': month})['rows']
    for row in rows:
        print '%-40s %8d' % (row['path'], row['sessions'])
    print 'total %d' % sum(r['sessions'] for r in rows)
    print 'token in use: %s...' % TOKEN[:4]


if __name__ == '__main__':
    if not TOKEN:
        print >>sys.stderr, 'SEAL_METRICS_TOKEN is not set'
        sys.exit(1)
    main()
