using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>What a service is called where a model leaves something out.</summary>
public sealed class ServiceMetadataTests
{
    [Theory]
    [InlineData("", "Users, Users, , , , Users")]
    [InlineData(""", "smithy.api#title": "All Users" """, "Users, All Users, , , , Users")]
    [InlineData(""", "aws.api#service": {"sdkId": "My Users"} """, "My Users, My Users, users, users, , Users")]
    [InlineData(
        """, "aws.api#service": {"sdkId": "My Users", "arnNamespace": "people"} """,
        "My Users, My Users, people, people, , Users"
    )]
    [InlineData(
        """, "aws.api#service": {"sdkId": "My Users", "arnNamespace": "people", "endpointPrefix": "api"} """,
        "My Users, My Users, api, api, , Users"
    )]
    [InlineData(""", "aws.auth#sigv4a": {"name": "s3"} """, "Users, Users, , s3, S3, Users")]
    [InlineData(
        """, "aws.auth#sigv4": {"name": "first"}, "aws.auth#sigv4a": {"name": "second"} """,
        "Users, Users, , first, , Users"
    )]
    public void Names_come_from_the_best_source_there_is(string traits, string expected)
    {
        ServiceMetadata service = Read(""" "aws.protocols#awsJson1_0": {} """ + traits);

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                service.ServiceId,
                service.FullName,
                service.EndpointPrefix,
                service.SigningName,
                service.SignsLikeS3 ? "S3" : "",
                service.RpcName
            )
        );
        Assert.Equal("2026", service.ApiVersion);
    }

    [Theory]
    [InlineData("aws.protocols#restJson1", Protocol.RestJson1)]
    [InlineData("aws.protocols#restXml", Protocol.RestXml)]
    [InlineData("aws.protocols#awsJson1_0", Protocol.AwsJson10)]
    [InlineData("aws.protocols#awsJson1_1", Protocol.AwsJson11)]
    [InlineData("aws.protocols#awsQuery", Protocol.AwsQuery)]
    [InlineData("aws.protocols#ec2Query", Protocol.Ec2Query)]
    [InlineData("smithy.protocols#rpcv2Cbor", Protocol.RpcV2Cbor)]
    internal void Every_protocol_has_its_trait(string trait, Protocol protocol) =>
        Assert.Equal(
            [protocol],
            Read($$""" "{{trait}}": {}, "smithy.api#xmlNamespace": {"uri": "https://a"} """).Protocols
        );

    [Theory]
    [InlineData("", false)]
    [InlineData("\"http\": [\"http/1.1\", \"h2\"]", false)]
    [InlineData("\"http\": [\"h2\"]", true)]
    [InlineData("\"http\": [\"http/1.1\", \"h2\"], \"eventStreamHttp\": [\"h2\"]", true)]
    [InlineData("\"http\": [\"h2\"], \"eventStreamHttp\": [\"http/1.1\"]", false)]
    [InlineData("\"http\": [\"h2\"], \"eventStreamHttp\": []", false)]
    public void Events_need_HTTP_2_where_nothing_else_is_offered(string settings, bool needsHttp2) =>
        Assert.Equal(needsHttp2, Read($$""" "aws.protocols#restJson1": { {{settings}} } """).EventStreamsNeedHttp2);

    private static ServiceMetadata Read(string traits) =>
        SmithyReading
            .ReadSound(
                $$$"""
                "users#Users": {
                  "type": "service", "version": "2026", "operations": [{"target": "users#ListUsers"}],
                  "traits": { {{{traits}}} }
                }
                """
            )
            .Metadata;
}
