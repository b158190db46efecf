"""Prints, as JSON, what boto3 makes of a profile: its credentials, its token, and the roles that the token opens."""

import json
import sys

import botocore.session
import boto3

core = botocore.session.Session(profile=sys.argv[1])
session = boto3.Session(botocore_session=core)
credentials = session.get_credentials()
frozen = credentials.get_frozen_credentials()
answer = {
    "method": credentials.method,
    "accessKeyId": frozen.access_key,
    "secretAccessKey": frozen.secret_key,
    "sessionToken": frozen.token,
}
if token := core.get_auth_token():
    answer["accessToken"] = access_token = token.get_frozen_token().token
    portal = session.client("sso")
    accounts = portal.get_paginator("list_accounts").paginate(accessToken=access_token)
    roles = portal.get_paginator("list_account_roles")
    answer["roles"] = [
        f"{role['accountId']}/{role['roleName']}"
        for account in accounts.search("accountList[]")
        for role in roles.paginate(accessToken=access_token, accountId=account["accountId"]).search("roleList[]")
    ]
print(json.dumps(answer))
