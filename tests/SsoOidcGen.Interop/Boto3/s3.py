"""Puts or gets objects with boto3: s3.py ENDPOINT put|get BUCKET. Objects are lines of JSON: {"key": …, "text": …}."""

import json
import sys

import boto3
from botocore.config import Config

endpoint, command, bucket = sys.argv[1:]
s3 = boto3.client(
    "s3",
    endpoint_url=endpoint,
    region_name="us-east-1",
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="secret",
    config=Config(s3={"addressing_style": "path"}),
)
for line in sys.stdin:
    item = json.loads(line)
    if command == "put":
        s3.put_object(Bucket=bucket, Key=item["key"], Body=item["text"].encode(), Metadata={"by": "boto3"})
    else:
        body = s3.get_object(Bucket=bucket, Key=item["key"])
        print(json.dumps({"key": item["key"], "text": body["Body"].read().decode(), "by": body["Metadata"]["by"]}))
if command == "get":
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    print(json.dumps(sorted(entry["Key"] for page in pages for entry in page["Contents"])))
