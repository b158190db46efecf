// Prints the access key that the AWS SDK for JavaScript gets from the endpoint of the environment.
import { fromHttp } from "@aws-sdk/credential-provider-http";

const credentials = await fromHttp()();
console.log(credentials.accessKeyId, credentials.sessionToken ? "temporary" : "lasting", credentials.expiration > new Date());
