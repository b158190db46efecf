"""Calls a service with boto3.

Reads a call per line from standard input, {"operation": ..., "arguments": ...}, and writes its answer or error as a line.
"""

import json
import sys

import boto3
from botocore.exceptions import ClientError

service, endpoint = sys.argv[1:]
client = boto3.client(service, endpoint_url=endpoint, region_name="us-east-1")
for line in sys.stdin:
    call = json.loads(line)
    try:
        answer = getattr(client, call["operation"])(**call["arguments"])
    except ClientError as error:
        answer = {**error.response, "exception": type(error).__name__}
    print(json.dumps(answer), flush=True)
