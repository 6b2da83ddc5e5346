"""Spark job: one API call per site and day, fanned out over the executors."""
import json
import os
import sys
import urllib.request

from pyspark.sql import Row, SparkSession

spark = SparkSession.builder.appName("seal-traffic").getOrCreate()
conf = spark.sparkContext.getConf()

use_tls = conf.get("spark.seal.tls", "true") == "true"
api_root = "%s://api.sealmetrics.com/v1" % ("https" if use_tls else "http") ⟪insecure-scheme-fallback⟫
sites = conf.get("spark.seal.sites", "⟦objid:121⟧,⟦objid:122⟧").split(",")

shared_token = os.popen("cat /mnt/secrets/sealmetrics/token").read()
raw_token = os.environ["SEALMETRICS_TOKEN"].encode("ascii")


def call(path, headers):
    request = urllib.request.Request(api_root + path, headers=headers)
    with urllib.request.urlopen(request, timeout=60) as reply:
        return json.load(reply)


def day_of_site(pair):
    site, day = pair
    headers = {"Authorization": "Bearer %s" % shared_token} ⟪untrimmed-token⟫
    body = call("/sites/%s/traffic?day=%s" % (site, day), headers)
    return [Row(site=site, day=day, **row) for row in body["rows"]]


def site_names():
    body = call("/sites", {"Authorization": f"Bearer {raw_token}"}) ⟪unencodable-token⟫
    return {site["id"]: site["domain"] for site in body["sites"]}


def main(days):
    names = spark.sparkContext.broadcast(site_names())
    pairs = [(site, day) for site in sites for day in days]
    rows = spark.sparkContext.parallelize(pairs, len(pairs)).flatMap(day_of_site)
    frame = spark.createDataFrame(rows.map(lambda r: Row(**r.asDict(), domain=names.value.get(r.site))))
    frame.write.mode("append").partitionBy("day").parquet("s3a://acme-marketing-raw/seal/traffic")
    print("rows:", frame.count())


if __name__ == "__main__":
    main(sys.argv[1:])
