using Amazon.SecurityToken;
using My.Sts;
using SsoOidc;
using SsoOidcGen.AwsSdk;
using SsoOidcGen.Runtime;

// Prints who it is. The argument says with which client; where the credentials come from is the environment's say.
string arn = args switch
{
    ["ours"] => await OursAsync(new ServiceClientOptions()),
    ["ours-from-theirs"] => await OursAsync(
        new ServiceClientOptions
        {
            Credentials = Amazon
                .Runtime.Credentials.DefaultAWSCredentialsIdentityResolver.GetCredentials()
                .ToProvider(),
        }
    ),
    ["theirs"] => await TheirsAsync(new AmazonSecurityTokenServiceClient()),
    ["theirs-from-ours"] => await TheirsAsync(
        new AmazonSecurityTokenServiceClient(AwsProfile.Load().Credentials.ToAwsSdk())
    ),
    _ => throw new ArgumentException(
        "Name a client: ours, theirs, ours-from-theirs or theirs-from-ours.",
        nameof(args)
    ),
};
Console.WriteLine(arn);

static async Task<string> OursAsync(ServiceClientOptions options)
{
    using StsClient sts = new(options);
    return (await sts.GetCallerIdentityAsync(new My.Sts.GetCallerIdentityRequest())).Arn!;
}

static async Task<string> TheirsAsync(AmazonSecurityTokenServiceClient sts)
{
    using (sts)
    {
        return (await sts.GetCallerIdentityAsync(new Amazon.SecurityToken.Model.GetCallerIdentityRequest())).Arn;
    }
}
