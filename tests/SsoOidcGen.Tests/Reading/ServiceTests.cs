using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;

namespace SsoOidcGen.Tests.Reading;

public sealed class ServiceTests
{
    [Fact]
    public void Metadata_names_the_service_and_how_it_is_signed()
    {
        ServiceModel model = ModelReading.ReadSound(
            ModelReading.Model(
                metadata: """
                {
                  "apiVersion": "2019-06-10", "endpointPrefix": "oidc", "protocol": "json",
                  "protocols": ["smithy-rpc-v2-cbor", "telepathy", "json", "rest-json"], "jsonVersion": "1.1",
                  "targetPrefix": "SSOOIDC_20190610", "awsQueryCompatible": {}, "serviceFullName": "AWS SSO OIDC", "serviceId": "SSO OIDC",
                  "signatureVersion": "v4", "signingName": "sso-oauth", "uid": "sso-oidc-2019-06-10",
                  "auth": ["smithy.api#httpBearerAuth", "aws.auth#sigv4"], "protocolSettings": {"h2": "eventstream"}
                }
                """
            )
        );

        ServiceMetadata expected = new()
        {
            ServiceId = "SSO OIDC",
            FullName = "AWS SSO OIDC",
            ApiVersion = "2019-06-10",
            EndpointPrefix = "oidc",
            SigningName = "sso-oauth",
            Protocols = [Protocol.RpcV2Cbor, Protocol.AwsJson11, Protocol.RestJson1],
            RpcName = "SSOOIDC_20190610",
            IsQueryCompatible = true,
            AuthSchemes = [AuthScheme.Bearer, AuthScheme.SigV4],
            EventStreamsNeedHttp2 = true,
        };
        Assert.Equal(expected, model.Metadata);
    }

    [Fact]
    public void Metadata_that_is_left_out_follows_from_the_rest()
    {
        ServiceModel model = ModelReading.ReadSound(
            ModelReading.Model(metadata: """{"protocol": "rest-json", "endpointPrefix": "users"}""")
        );

        Assert.Equal("users", model.Metadata.ServiceId);
        Assert.Equal("users", model.Metadata.SigningName);
        Assert.Equal([AuthScheme.SigV4], model.Metadata.AuthSchemes);
    }

    [Theory]
    [InlineData("", "Service, Service, , , ")]
    [InlineData(""", "endpointPrefix": "users" """, "users, users, users, users, ")]
    [InlineData(""", "endpointPrefix": "users", "signingName": "people" """, "users, users, users, people, ")]
    [InlineData(""", "serviceAbbreviation": "Short" """, "Short, Short, , , ")]
    [InlineData(""", "serviceAbbreviation": "Short", "serviceFullName": "Long" """, "Long, Long, , , ")]
    [InlineData(""", "serviceId": "Id", "serviceFullName": "Long" """, "Id, Long, , , ")]
    [InlineData(""", "signatureVersion": "v4" """, "Service, Service, , , ")]
    [InlineData(""", "signatureVersion": "s3" """, "Service, Service, , , S3")]
    [InlineData(""", "signatureVersion": "s3v4" """, "Service, Service, , , S3")]
    public void Names_come_from_the_best_source_there_is(string metadata, string expected)
    {
        ServiceMetadata service = ModelReading
            .ReadSound(ModelReading.Model(metadata: $$"""{"protocol": "rest-json"{{metadata}}}"""))
            .Metadata;

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                service.ServiceId,
                service.FullName,
                service.EndpointPrefix,
                service.SigningName,
                service.SignsLikeS3 ? "S3" : ""
            )
        );
        Assert.Equal([AuthScheme.SigV4], service.AuthSchemes);
    }

    [Theory]
    [InlineData("\"rest-json\"", Protocol.RestJson1)]
    [InlineData("\"rest-xml\"", Protocol.RestXml)]
    [InlineData("\"json\"", Protocol.AwsJson10)]
    [InlineData("\"json\", \"jsonVersion\": \"1.0\"", Protocol.AwsJson10)]
    [InlineData("\"json\", \"jsonVersion\": \"1.1\"", Protocol.AwsJson11)]
    [InlineData("\"query\"", Protocol.AwsQuery)]
    [InlineData("\"ec2\"", Protocol.Ec2Query)]
    [InlineData("\"smithy-rpc-v2-cbor\"", Protocol.RpcV2Cbor)]
    internal void Every_protocol_has_its_name(string protocol, Protocol expected) =>
        Assert.Equal(
            [expected],
            ModelReading
                .ReadSound(ModelReading.Model(metadata: $$"""{"serviceId": "Users", "protocol": {{protocol}}}"""))
                .Metadata.Protocols
        );

    [Theory]
    [InlineData("SSOGEN001", "«»")]
    [InlineData("SSOGEN001", "{\"metadata\": «x»}")]
    [InlineData("SSOGEN003", "«{»}")]
    [InlineData("SSOGEN003", "{\"version\": «\"1.0\"», \"metadata\": {}, \"operations\": {}, \"shapes\": {}}")]
    [InlineData("SSOGEN003", "«{»\"metadata\": {}, \"operations\": [], \"shapes\": {}}")]
    [InlineData("SSOGEN004", "«[»]")]
    [InlineData("SSOGEN005", "{\"metadata\": «{»}, \"operations\": {}, \"shapes\": {}}")]
    [InlineData("SSOGEN010", "{\"metadata\": {\"protocol\": «\"telepathy\"»}, \"operations\": {}, \"shapes\": {}}")]
    public void A_file_that_is_no_model_is_reported_and_gives_none(string id, string text)
    {
        Assert.Null(ModelReading.ReadUnsound(id, text));
    }

    [Theory]
    [InlineData("model/service-2.json.gz", "")]
    [InlineData("model/service-2.json", "\u001f\ufffd\b\0")]
    public void A_compressed_model_is_called_so(string path, string text)
    {
        ReadResult result = ModelReader.Read(
            new ModelSource(new ModelFile(path, text), []),
            TestContext.Current.CancellationToken
        );

        DiagnosticInfo found = Assert.Single(result.Diagnostics);
        Assert.Equal(("SSOGEN003", path), (found.Id, found.Span?.Path));
        Assert.StartsWith("This file is compressed with gzip; decompress it", found.Arguments[0]);
        Assert.Null(result.Model);
    }

    [Fact]
    public void A_service_without_a_usable_signature_keeps_the_operations_that_need_none()
    {
        ServiceModel? model = ModelReading.ReadUnsound(
            "SSOGEN013",
            ModelReading.Model(
                metadata: """{"protocol": "rest-json", "signatureVersion": «"v2"»}""",
                operations: """{"Ping": {"http": {"method": "GET", "requestUri": "/"}, "authtype": "none"}}"""
            )
        );

        Assert.Equal("Ping", Assert.Single(model!.Operations).Name);
    }

    [Fact]
    public void One_fault_does_not_hide_another()
    {
        ReadResult result = ModelReading.Read(
            ModelReading.Model(
                shapes: """{"A": {"type": "money"}, "B": {"type": "list", "member": {"shape": "Missing"}}}""",
                operations: """{"X": {"http": {"method": "GET", "requestUri": "x"}}}"""
            ),
            ("paginators-1.json", "{"),
            (
                "waiters-2.json",
                """{"waiters": {"W": {"operation": "None", "delay": 1, "maxAttempts": 1, "acceptors": []}}}"""
            )
        );

        Assert.Equal(
            ["SSOGEN008", "SSOGEN017", "SSOGEN001", "SSOGEN019", "SSOGEN007"],
            result.Diagnostics.Select(diagnostic => diagnostic.Id)
        );
        Assert.Equal(2, result.Model!.Operations.Count);
    }

    [Fact]
    public void Every_message_has_its_words()
    {
        ReadResult result = ModelReading.Read(
            ModelReading.Model("""{"A": {"type": "list", "member": {"shape": "B"}}}""")
        );

        Assert.Equal(
            "Shape 'B' does not exist; add it or correct the name",
            Assert.Single(result.Diagnostics).ToDiagnostic().GetMessage()
        );
    }

    [Fact]
    public void Extras_are_merged_into_their_file_before_it_is_read()
    {
        ServiceModel model = ModelReading.ReadSound(
            ModelReading.Model(),
            (
                "service-2.sdk-extras.json",
                """
                {
                  "version": 1.0,
                  "merge": {
                    "metadata": {"serviceId": "People"},
                    "shapes": {
                      "User": {"members": {"Age": {"shape": "Count"}}},
                      "Text": {"enum": ["a"]}
                    }
                  }
                }
                """
            ),
            ("examples-1.json", "not read")
        );

        Assert.Equal("People", model.Metadata.ServiceId);
        StructureShape user = model.Shapes.OfType<StructureShape>().Single(shape => shape.Name == "User");
        Assert.Equal(["Name", "Active", "Age"], user.Members.Select(member => member.Name));
        Assert.Equal([new EnumValue("a")], model.Shapes.OfType<StringShape>().Single().EnumValues);
    }

    [Fact]
    public void A_fault_that_comes_from_an_extras_file_is_reported_there()
    {
        ServiceModel? model = ModelReading.ReadUnsound(
            "SSOGEN007",
            ModelReading.Model(),
            (
                "service-2.sdk-extras.json",
                """{"merge": {"shapes": {"User": {"members": {"Age": {"shape": «"Years"»}}}}}}"""
            )
        );

        Assert.NotNull(model);
    }

    [Fact]
    public void Reformatting_a_model_leaves_it_equal()
    {
        string text = ModelReading.Model();

        Assert.Equal(
            ModelReading.ReadSound(text),
            ModelReading.ReadSound(text.Replace("\n", "\r\n\t", StringComparison.Ordinal))
        );
    }
}
