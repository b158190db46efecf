using Medallion.Threading.Redis;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using My.Bedrock;
using My.DynamoDb;
using My.S3;
using SsoOidc;
using SsoOidc.Portal;
using StackExchange.Redis;

#pragma warning disable IDE1006 // Locals of the samples' pages, whose names begin with a small letter.

namespace SsoOidcGen.Docs;

/// <summary>
/// What a page has at hand where a sample continues: a sample's own locals go before it. Samples are compiled and not run.
/// </summary>
public static class Continued
{
    /// <summary>Namespaces that such samples need not name again.</summary>
    public static IReadOnlyList<string> Usings { get; } =
    [
        "Medallion.Threading.Redis",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "My.Bedrock",
        "My.DynamoDb",
        "My.S3",
        "SsoOidc",
        "SsoOidc.Portal",
        "SsoOidcGen.Runtime",
    ];

    public static IServiceCollection services => null!;

    public static IConfiguration configuration => null!;

    public static CancellationToken cancellationToken => default;

    public static SsoOidcClient client => null!;

    public static CreateTokenRequest request => null!;

    public static SsoPortalClient portal => null!;

    public static SsoSession session => null!;

    public static SsoLogin login => null!;

    public static SsoToken token => null!;

    public static IDistributedCache cache => null!;

    public static IDatabase redis => null!;

    public static ITokenProtector protector => null!;

    public static DynamoDBClient dynamoDb => null!;

    public static DescribeTableRequest table => null!;

    public static S3Client s3 => null!;

    public static BedrockRuntimeClient bedrock => null!;

    public static ConverseStreamRequest conversation => null!;
}
