using SsoOidcGen.Benchmarks;
using SsoOidcGen.Benchmarks.S3Service;
using SsoOidcGen.Runtime;

using S3Client client = new(
    new S3ClientOptions
    {
        Region = "us-east-1",
        Endpoint = new Uri(args[0]),
        Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
        ForcePathStyle = true,
    }
);
using GetObjectResponse response = await client.GetObjectAsync(new GetObjectRequest { Bucket = "bucket", Key = "key" });
using Stream output = Console.OpenStandardOutput();
await response.Body!.CopyToAsync(output);
PeakMemory.Print();
