using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading;

public sealed class OperationTests
{
    [Fact]
    public void An_operation_keeps_its_binding_and_traits()
    {
        ServiceModel model = ModelReading.ReadSound(
            ModelReading.Model(
                shapes: """
                {
                  "PutRequest": {
                    "type": "structure",
                    "members": {
                      "Bucket": {"shape": "Text", "location": "uri", "locationName": "bucket"},
                      "Key": {"shape": "Text", "location": "uri"},
                      "Account": {"shape": "Text", "location": "header", "locationName": "x-account", "hostLabel": true}
                    }
                  }
                }
                """,
                operations: """
                {
                  "Put": {
                    "http": {"method": "PUT", "requestUri": "/b/{bucket}/{Key+}?list&mode=a=b", "responseCode": 201},
                    "input": {"shape": "PutRequest"},
                    "errors": [{"shape": "NotFound"}, {"shape": "NotFound"}],
                    "auth": ["smithy.api#noAuth"],
                    "endpoint": {"hostPrefix": "{Account}.data-"},
                    "httpChecksumRequired": true,
                    "httpChecksum": {
                      "requestAlgorithmMember": "Algorithm",
                      "requestChecksumRequired": true,
                      "requestValidationModeMember": "Mode",
                      "responseAlgorithms": ["CRC32"]
                    },
                    "requestcompression": {"encodings": ["gzip"]},
                    "unsignedPayload": true,
                    "deprecated": true
                  }
                }
                """
            )
        );

        OperationModel put = model.Operations[2];
        UriPattern uri = new(
            [new("/b/"), new("bucket", IsLabel: true), new("/"), new("Key", IsLabel: true, IsGreedy: true)],
            [new("list", null), new("mode", "a=b")]
        );
        Assert.Equal(uri, put.Uri);
        Assert.Equal([new("Account", IsLabel: true), new(".data-")], put.HostPrefix);
        Assert.Equal(["NotFound"], put.Errors);
        Assert.Equal([AuthScheme.None], put.AuthSchemes);
        Assert.Equal(
            (true, true, true, "PUT"),
            (put.HttpChecksumRequired, put.GzipRequests, put.UnsignedPayload, put.HttpMethod)
        );
        Assert.Equal(
            new ChecksumTrait
            {
                RequestAlgorithmMember = "Algorithm",
                IsRequestChecksumRequired = true,
                ResponseModeMember = "Mode",
            },
            put.Checksum
        );
        Assert.Equal(new Deprecation(null, null), put.Deprecated);
        StructureShape input = model.Shapes.OfType<StructureShape>().Single(shape => shape.Name == "PutRequest");
        Assert.Equal([true, true, true], input.Members.Select(member => member.Required));
    }

    [Theory]
    [InlineData("none", AuthScheme.None, false)]
    [InlineData("v4", AuthScheme.SigV4, false)]
    [InlineData("bearer", AuthScheme.Bearer, false)]
    [InlineData("v4-unsigned-body", null, true)]
    public void The_older_authtype_is_understood(string authType, object? scheme, bool unsignedPayload)
    {
        ServiceModel model = ModelReading.ReadSound(
            ModelReading.Model(
                operations: $$$"""
                {"Ping": {"http": {"method": "GET", "requestUri": "/"}, "authtype": "{{{authType}}}"} }
                """
            )
        );

        Assert.Equal(scheme is null ? [] : [(AuthScheme)scheme], model.Operations[2].AuthSchemes);
        Assert.Equal(unsignedPayload, model.Operations[2].UnsignedPayload);
    }

    [Theory]
    [InlineData("SSOGEN004", """{"X": {"http": {"method": «"FETCH"», "requestUri": "/"}}}""")]
    [InlineData("SSOGEN004", """{"X": {"http": {"method": "GET", "requestUri": "/"}, "errors": [«"NotFound"»]}}""")]
    [InlineData("SSOGEN005", """{"X": «{»}}""")]
    [InlineData("SSOGEN005", """{"X": {"http": «{»"method": "GET"}}}""")]
    [InlineData("SSOGEN005", """{"X": {"http": {"method": "GET", "requestUri": "/"}, "input": «{»}}}""")]
    [InlineData("SSOGEN006", """{«"1X"»: {"http": {"method": "GET", "requestUri": "/"}}}""")]
    [InlineData(
        "SSOGEN007",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "input": {"shape": «"Missing"»}}}"""
    )]
    [InlineData(
        "SSOGEN007",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "output": {"shape": «"Missing"»}}}"""
    )]
    [InlineData(
        "SSOGEN007",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "errors": [{"shape": "NotFound"}, {"shape": «"Missing"»}]}}"""
    )]
    [InlineData("SSOGEN009", """{"X": {"http": {"method": "GET", "requestUri": "/"}, "input": {"shape": «"Text"»}}}""")]
    [InlineData(
        "SSOGEN009",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "output": {"shape": «"NotFound"»}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "errors": [{"shape": «"User"»}]}}"""
    )]
    [InlineData(
        "SSOGEN011",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "endpointdiscovery": «{»"required": true}}}"""
    )]
    [InlineData(
        "SSOGEN011",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "httpChecksum": {«"place"»: "trailer"}}}"""
    )]
    [InlineData(
        "SSOGEN011",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "requestcompression": «{»"encodings": ["br"]}}}"""
    )]
    [InlineData(
        "SSOGEN012",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "auth": [«"smithy.api#httpApiKeyAuth"», "aws.auth#sigv4"]}}"""
    )]
    [InlineData("SSOGEN013", """{"X": {"http": {"method": "GET", "requestUri": "/"}, "authtype": «"custom"»}}""")]
    [InlineData("SSOGEN013", """{"X": {"http": {"method": "GET", "requestUri": "/"}, "auth": «[»]}}""")]
    [InlineData("SSOGEN017", """{"X": {"http": {"method": "GET", "requestUri": «"users"»}}}""")]
    [InlineData(
        "SSOGEN017",
        """{"X": {"http": {"method": "GET", "requestUri": «"/{Id"»}, "input": {"shape": "GetUserRequest"}}}"""
    )]
    [InlineData(
        "SSOGEN017",
        """{"X": {"http": {"method": "GET", "requestUri": «"/{+}"»}, "input": {"shape": "GetUserRequest"}}}"""
    )]
    [InlineData(
        "SSOGEN017",
        """{"X": {"http": {"method": "GET", "requestUri": «"/{Id}/{Name}"»}, "input": {"shape": "GetUserRequest"}}}"""
    )]
    [InlineData(
        "SSOGEN017",
        """{"X": {"http": {"method": "GET", "requestUri": «"/{Id}/{Id}"»}, "input": {"shape": "GetUserRequest"}}}"""
    )]
    [InlineData(
        "SSOGEN017",
        """{"X": {"http": {"method": "GET", "requestUri": «"/"»}, "input": {"shape": "GetUserRequest"}}}"""
    )]
    [InlineData("SSOGEN017", """{"X": {"http": {"method": "GET", "requestUri": «"/{Id}"»}}}""")]
    [InlineData(
        "SSOGEN017",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "endpoint": {"hostPrefix": «"{Id}."»}}}"""
    )]
    [InlineData(
        "SSOGEN017",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "endpoint": {"hostPrefix": «"{Id."»}}}"""
    )]
    [InlineData(
        "SSOGEN020",
        """{"X": {"http": {"method": "GET", "requestUri": "/"}, "operationContextParams": {"P": {"path": «"a ||"»}}}}"""
    )]
    public void A_fault_in_an_operation_is_reported_at_its_token_and_leaves_the_rest(string id, string operations)
    {
        ServiceModel? model = ModelReading.ReadUnsound(id, ModelReading.Model(operations: operations));

        Assert.Equal(["GetUser", "ListUsers"], model!.Operations.Take(2).Select(operation => operation.Name));
    }

    [Fact]
    public void A_label_whose_member_was_left_out_is_not_reported_again()
    {
        ServiceModel? model = ModelReading.ReadUnsound(
            "SSOGEN007",
            ModelReading.Model(
                shapes: """{"R": {"type": "structure", "members": {"Id": {"shape": «"Missing"», "location": "uri"}}}}""",
                operations: """{"X": {"http": {"method": "GET", "requestUri": "/{Id}"}, "input": {"shape": "R"}}}"""
            )
        );

        Assert.DoesNotContain(model!.Operations, operation => operation.Name == "X");
    }
}
