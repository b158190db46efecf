using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading.SmithyAst;

namespace SsoOidcGen.Tests.Snapshots;

/// <summary>What only some protocols and some services have: whole clients, each in a file of the folder <c>Rare</c>.</summary>
public sealed class RareCodeTests
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests");

    [Theory]
    [InlineData("Parcels")]
    [InlineData("Features")]
    [InlineData("Ec2")]
    [InlineData("Kinesis")]
    [InlineData("Bucket")]
    public void Rare_code_is_what_was_accepted(string model) =>
        Snapshot.Matches(Generation.Run(Model(model)).Files, $"SsoOidcGen.Tests/Snapshots/Rare/{model}.verified.txt");

    private static IReadOnlyList<ModelText> Model(string model) =>
        model switch
        {
            "Parcels" => [Parcels("parcels.json"), Parcels("addresses.json")],
            "Features" => [ModelText.Model("features.json", SmithyFeatures.Model, "Features|||||true")],
            "Ec2" =>
            [
                ModelText.Model(
                    "model/service-2.json",
                    Read("SsoOidcGen.Tests/Snapshots/Post/service-2.json")
                        .Replace("\"protocol\": \"query\"", "\"protocol\": \"ec2\""),
                    "Post|||"
                ),
            ],
            "Kinesis" => ModelText.Folder(
                $"{Tests}/Shared/Models/kinesis/2013-12-02",
                "Kinesis||PutRecord;DescribeStream|"
            ),
            _ => ModelText.Folder(
                $"{Tests}/Shared/Models/s3/2006-03-01",
                "Bucket||GetObject;PutObject;HeadBucket;ListObjectsV2;CopyObject;DeleteObjects|internal"
            ),
        };

    private static ModelText Parcels(string file) =>
        ModelText.Part("parcels", file, Read($"Shared/Parcels/{file}"), "Parcels||||rpcv2Cbor");

    private static string Read(string file) => File.ReadAllText(Path.Combine(Tests, file));
}
