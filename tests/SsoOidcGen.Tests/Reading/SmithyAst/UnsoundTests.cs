using SsoOidcGen.Diagnostics;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>What can be wrong with a Smithy model, and where it is said.</summary>
public sealed class UnsoundTests
{
    private const string Rpc = """
        "traits": {"aws.protocols#awsJson1_0": {}, "aws.auth#sigv4": {"name": "users"}}
        """;

    [Theory]
    // Files
    [InlineData("SSOGEN003", """{"smithy": «"1.0"», "shapes": {}}""")]
    [InlineData("SSOGEN003", """{"smithy": «2», "shapes": {}}""")]
    [InlineData("SSOGEN003", """{"smithy": «"2.0"»}""")]
    [InlineData("SSOGEN003", """{"smithy": "2.0", "shapes": «{»}}""")]
    [InlineData(
        "SSOGEN003",
        """{"smithy": "2.0", "shapes": {"a#A": {"type": "service"}, «"a#B"»: {"type": "service"}}}"""
    )]
    [InlineData("SSOGEN001", """{"smithy": "2.0", «§»}""")]
    [InlineData(
        "SSOGEN001",
        """{"smithy": "2.0", "shapes": {"a#A": {"traits": {"smithy.api#examples": [{"a": «§»}]}}}}"""
    )]
    [InlineData("SSOGEN010", """{"smithy": "2.0", "shapes": {"a#A": «{»"type": "service", "version": "1"}}}""")]
    [InlineData(
        "SSOGEN010",
        """{"smithy": "2.0", "shapes": {"a#A": {"type": "service", "traits": {«"aws.protocols#odd"»: {}}}}}"""
    )]
    public void A_file_that_gives_no_model_is_reported(string id, string file) =>
        Assert.Null(SmithyReading.ReadUnsound(id, file));

    [Theory]
    // Services, resources, operations
    [InlineData("SSOGEN005", """ "traits": {"aws.protocols#awsJson1_0": {}, "aws.api#service": «{»}} """)]
    [InlineData("SSOGEN004", """ "traits": {"aws.protocols#awsJson1_0": {}, "aws.api#service": {"sdkId": «7»}} """)]
    [InlineData("SSOGEN011", """ "traits": {"aws.protocols#awsJson1_0": {}, «"aws.api#strange"»: {}} """)]
    [InlineData(
        "SSOGEN012",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "aws.auth#sigv4": {"name": "u"}, «"smithy.api#httpDigestAuth"»: {}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "aws.auth#sigv4": {"name": "u"}, "smithy.api#auth": ["aws.auth#sigv4", «"smithy.api#httpBearerAuth"»]} """
    )]
    [InlineData(
        "SSOGEN005",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": «{»"in": "header"}} """
    )]
    [InlineData(
        "SSOGEN005",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": «{»"name": "X-Api-Key"}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": {"name": "X-Api-Key", "in": «"cookie"»}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": {"name": «"api key"», "in": "header"}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": {"name": «"content-type"», "in": "header"}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": {"name": «"Allow"», "in": "header"}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": {"name": «"expires"», "in": "header"}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": {"name": «"Last-Modified"», "in": "header"}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": {"name": «""», "in": "query"}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": {"name": "key", "in": "query", "scheme": «"ApiKey"»}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "traits": {"aws.protocols#awsJson1_0": {}, "smithy.api#httpApiKeyAuth": {"name": "Authorization", "in": "header", "scheme": «"Api Key"»}} """
    )]
    [InlineData("SSOGEN007", """ "operations": [{"target": «"users#Nothing"»}], """ + Rpc)]
    [InlineData("SSOGEN009", """ "operations": [{"target": «"users#User"»}], """ + Rpc)]
    [InlineData("SSOGEN005", """ "operations": [«{»}], """ + Rpc)]
    [InlineData("SSOGEN007", """ "resources": [{"target": «"users#Nothing"»}], """ + Rpc)]
    [InlineData("SSOGEN009", """ "resources": [{"target": «"users#ListUsers"»}], """ + Rpc)]
    [InlineData(
        "SSOGEN007",
        """ "errors": [{"target": «"users#Nothing"»}], "operations": [{"target": "users#GetUser"}], """ + Rpc
    )]
    [InlineData(
        "SSOGEN009",
        """ "errors": [{"target": «"users#User"»}], "operations": [{"target": "users#GetUser"}], """ + Rpc
    )]
    [InlineData("SSOGEN007", """ "rename": {«"users#Nothing"»: "Other"}, """ + Rpc)]
    [InlineData("SSOGEN006", """ "rename": {"users#User": «"1st"»}, """ + Rpc)]
    [InlineData("SSOGEN025", """ "rename": {«"users#NotFound"»: "Missing"}, """ + Rpc)]
    [InlineData("SSOGEN025", """ "rename": {«"users#GetUser"»: "FetchUser"}, """ + Rpc)]
    public void A_service_is_checked(string id, string service) =>
        SmithyReading.ReadUnsound(
            id,
            SmithyReading.Model(
                $$"""
                "users#Users": {"type": "service", "version": "1", {{service}} }
                """
            )
        );

    [Theory]
    [InlineData("SSOGEN023", """ "users#R": {"type": "resource", "resources": [{"target": «"users#R"»}]} """)]
    [InlineData(
        "SSOGEN023",
        """ "users#R": {"type": "resource", "resources": [{"target": "users#S"}]}, "users#S": {"type": "resource", "resources": [{"target": «"users#R"»}]} """
    )]
    [InlineData("SSOGEN007", """ "users#R": {"type": "resource", "read": {"target": «"users#Nothing"»}} """)]
    [InlineData(
        "SSOGEN022",
        """ "users#R": {"type": "resource", "read": {"target": "users#GetUser"}, "list": {"target": «"zoo#GetUser"»}}, "zoo#GetUser": {"type": "operation"} """
    )]
    [InlineData(
        "SSOGEN006",
        """ "users#R": {"type": "resource", "read": {"target": "users#a-b"}}, «"users#a-b"»: {"type": "operation"} """
    )]
    public void Resources_are_checked(string id, string resources) =>
        SmithyReading.ReadUnsound(
            id,
            SmithyReading.Model(
                $$"""
                "users#Users": {"type": "service", "version": "1", "resources": [{"target": "users#R"}], {{Rpc}} },
                {{resources}}
                """
            )
        );

    [Theory]
    [InlineData(
        "SSOGEN007",
        """ "input": {"target": «"users#Nothing"»}, "traits": {"smithy.api#http": {"method": "GET", "uri": "/"}} """
    )]
    [InlineData(
        "SSOGEN009",
        """ "input": {"target": «"users#UserList"»}, "traits": {"smithy.api#http": {"method": "GET", "uri": "/"}} """
    )]
    [InlineData(
        "SSOGEN009",
        """ "output": {"target": «"users#NotFound"»}, "traits": {"smithy.api#http": {"method": "GET", "uri": "/"}} """
    )]
    [InlineData(
        "SSOGEN009",
        """ "errors": [{"target": «"users#User"»}], "traits": {"smithy.api#http": {"method": "GET", "uri": "/"}} """
    )]
    [InlineData(
        "SSOGEN007",
        """ "errors": [{"target": «"users#Nothing"»}], "traits": {"smithy.api#http": {"method": "GET", "uri": "/"}} """
    )]
    [InlineData("SSOGEN005", """ "traits": {"smithy.api#http": «{»"uri": "/"}} """)]
    [InlineData("SSOGEN005", """ "traits": {"smithy.api#http": «{»"method": "GET"}} """)]
    [InlineData("SSOGEN004", """ "traits": {"smithy.api#http": {"method": «"GRAB"», "uri": "/"}} """)]
    [InlineData("SSOGEN004", """ "traits": {"smithy.api#http": «true»} """)]
    [InlineData("SSOGEN017", """ "traits": {"smithy.api#http": {"method": "GET", "uri": «"users"»}} """)]
    [InlineData("SSOGEN017", """ "traits": {"smithy.api#http": {"method": "GET", "uri": «"/a//b"»}} """)]
    [InlineData("SSOGEN017", """ "traits": {"smithy.api#http": {"method": "GET", "uri": «"/?a={Id}"»}} """)]
    [InlineData("SSOGEN017", """ "traits": {"smithy.api#http": {"method": "GET", "uri": «"/{Id}"»}} """)]
    [InlineData(
        "SSOGEN011",
        """ "traits": {"aws.api#clientDiscoveredEndpoint": «{»"required": true}, "smithy.api#http": {"method": "GET", "uri": "/"}} """
    )]
    [InlineData(
        "SSOGEN011",
        """ "traits": {"smithy.api#requestCompression": «{»"encodings": ["br"]}, "smithy.api#http": {"method": "GET", "uri": "/"}} """
    )]
    [InlineData(
        "SSOGEN020",
        """ "traits": {"smithy.rules#operationContextParams": {"P": {"path": «"a["»}}, "smithy.api#http": {"method": "GET", "uri": "/"}} """
    )]
    [InlineData(
        "SSOGEN017",
        """ "traits": {"smithy.api#endpoint": {"hostPrefix": «"{Id}."»}, "smithy.api#http": {"method": "GET", "uri": "/"}} """
    )]
    public void An_operation_is_checked(string id, string operation) =>
        SmithyReading.ReadUnsound(
            id,
            SmithyReading.Model(
                $$"""
                "users#ListUsers": {"type": "operation", {{operation}} }
                """
            )
        );

    [Theory]
    [InlineData(""" «"smithy.api#httpDigestAuth"»: {} """, "")]
    [InlineData(
        """ "aws.auth#sigv4": {"name": "u"}, "smithy.api#httpDigestAuth": {}, "smithy.api#auth": ["aws.auth#sigv4"] """,
        """ "smithy.api#auth": «[»"smithy.api#httpDigestAuth"] """
    )]
    public void A_service_and_an_operation_need_a_scheme_that_is_supported(string service, string operation)
    {
        MarkedText text = new(
            SmithyReading.Model(
                $$$"""
                "users#Users": {
                  "type": "service", "version": "1", "operations": [{"target": "users#ListUsers"}],
                  "traits": {"aws.protocols#awsJson1_0": {}, {{{service}}} }
                },
                "users#ListUsers": {"type": "operation", "traits": { {{{operation}}} }}
                """
            )
        );

        EquatableArray<DiagnosticInfo> found = SmithyReading.Read(text.Text).Diagnostics;

        Assert.Equal(["SSOGEN012", "SSOGEN013"], found.Select(static diagnostic => diagnostic.Id));
        Assert.Equal(text.Start, found[1].Span!.Start);
    }

    [Fact]
    public void A_scheme_that_the_model_defines_itself_is_not_passed_over() =>
        Assert.Equal(
            ["SSOGEN012", "SSOGEN013"],
            SmithyReading
                .Read(
                    SmithyReading.Model(
                        """
                        "users#Users": {
                          "type": "service", "version": "1", "operations": [{"target": "users#ListUsers"}],
                          "traits": {"aws.protocols#awsJson1_0": {}, "users#handshake": {}}
                        },
                        "users#handshake": {
                          "type": "structure", "traits": {"smithy.api#trait": {}, "smithy.api#authDefinition": {}}
                        }
                        """
                    )
                )
                .Diagnostics.Select(found => found.Id)
        );

    [Fact]
    public void An_operation_of_a_REST_service_needs_an_HTTP_binding() =>
        SmithyReading.ReadUnsound("SSOGEN017", SmithyReading.Model(""" "users#ListUsers": «{»"type": "operation"} """));

    [Theory]
    [InlineData("SSOGEN005", """ "type": "structure", "members": {"A": «{»}} """)]
    [InlineData("SSOGEN004", """ "type": "structure", "members": {"A": «7»} """)]
    [InlineData("SSOGEN007", """ "type": "structure", "members": {"A": {"target": «"users#Nothing"»}} """)]
    [InlineData("SSOGEN007", """ "type": "structure", "members": {"A": {"target": «"smithy.api#Nothing"»}} """)]
    [InlineData("SSOGEN008", """ "type": "structure", "members": {"A": {"target": «"smithy.api#BigDecimal"»}} """)]
    [InlineData("SSOGEN009", """ "type": "structure", "members": {"A": {"target": «"users#Users"»}} """)]
    [InlineData("SSOGEN009", """ "type": "structure", "members": {"A": {"target": «"users#GetUser"»}} """)]
    [InlineData("SSOGEN009", """ "type": "structure", "members": {"A": {"target": «"users#NotFound"»}} """)]
    [InlineData("SSOGEN006", """ "type": "structure", "members": {«"a-b"»: {"target": "smithy.api#String"}} """)]
    [InlineData(
        "SSOGEN022",
        """ "type": "structure", "members": {"Id": {"target": "smithy.api#String"}, «"ID"»: {"target": "smithy.api#String"}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "type": "structure", "members": {"A": {"target": "smithy.api#String", "traits": {"smithy.api#required": «true»}}} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "type": "structure", "members": {"A": {"target": "smithy.api#Timestamp", "traits": {"smithy.api#timestampFormat": «"iso"»}}} """
    )]
    [InlineData(
        "SSOGEN011",
        """ "type": "structure", "members": {"A": {"target": "smithy.api#String", "traits": {«"aws.protocols#odd"»: {}}}} """
    )]
    [InlineData(
        "SSOGEN014",
        """ "type": "structure", "members": {"A": {"target": "users#User", "traits": {"smithy.api#required": «{»}}} } """
    )]
    [InlineData(
        "SSOGEN004",
        """ "type": "structure", "members": {"A": {"target": "users#Odd"}}}, "users#Odd": «7», "users#More": {"type": "string" """
    )]
    [InlineData("SSOGEN005", "«{»\"members\": {} ")]
    [InlineData("SSOGEN008", """ "type": «"nonsense"» """)]
    [InlineData("SSOGEN008", """ "type": «"bigInteger"» """)]
    [InlineData("SSOGEN005", "«{»\"type\": \"list\" ")]
    [InlineData("SSOGEN007", """ "type": "list", "member": {"target": «"users#Nothing"»} """)]
    [InlineData("SSOGEN015", """ "type": "list", "member": {"target": «"users#User"»} """)]
    [InlineData(
        "SSOGEN009",
        """ "type": "map", "key": {"target": «"smithy.api#Integer"»}, "value": {"target": "smithy.api#String"} """
    )]
    [InlineData("SSOGEN005", """ "type": "string", "traits": {"smithy.api#enum": [«{»}]} """)]
    [InlineData(
        "SSOGEN002",
        """ "type": "structure", "members": {"A": {"target": "smithy.api#Blob"}, «"A"»: {"target": "smithy.api#String"}} """
    )]
    [InlineData(
        "SSOGEN006",
        """ "type": "structure", "members": {"A": {"target": "users#a-b"}}}, «"users#a-b"»: {"type": "string" """
    )]
    [InlineData("SSOGEN023", """ "type": "structure", "mixins": [{"target": «"users#User"»}] """)]
    [InlineData("SSOGEN007", """ "type": "structure", "mixins": [{"target": «"users#Nothing"»}] """)]
    [InlineData("SSOGEN009", """ "type": "structure", "mixins": [{"target": «"users#GetUserRequest"»}] """)]
    public void A_shape_is_checked(string id, string shape)
    {
        string body = shape.StartsWith('«') ? shape : $"{{{shape}";
        SmithyReading.ReadUnsound(id, SmithyReading.Model($"\"users#User\": {body}}}"));
    }

    [Theory]
    [InlineData("SSOGEN009", """ "a": {"target": «"users#Mixin"»} """)]
    [InlineData(
        "SSOGEN022",
        """ "a": {"target": "users#User"}, "b": {"target": "zoo#User"} }}, «"zoo#User"»: {"type": "structure", "members": { """
    )]
    public void Members_refer_to_values(string id, string members) =>
        SmithyReading.ReadUnsound(
            id,
            SmithyReading.Model(
                $$"""
                "users#GetUserResponse": {"type": "structure", "members": { {{members}} } },
                "users#Mixin": {"type": "structure", "traits": {"smithy.api#mixin": {} } }
                """
            )
        );

    [Theory]
    [InlineData(
        "SSOGEN017",
        """ "A": {"target": "users#User", "traits": {"smithy.api#httpPayload": {}}}, "B": {"target": "smithy.api#String", "traits": {"smithy.api#httpHeader": "b", "smithy.api#httpPayload": «{»}}} """
    )]
    [InlineData(
        "SSOGEN017",
        """ "A": {"target": "users#User", "traits": {"smithy.api#httpPayload": {}}}, "B": «{»"target": "users#User"} """
    )]
    [InlineData("SSOGEN009", """ "A": {"target": «"users#User"», "traits": {"smithy.api#httpHeader": "a"}} """)]
    [InlineData(
        "SSOGEN017",
        """ "A": {"target": "smithy.api#String", "traits": {"smithy.api#httpHeader": «"a b"»}} """
    )]
    public void Members_are_bound_to_HTTP(string id, string members) =>
        SmithyReading.ReadUnsound(
            id,
            SmithyReading.Model(
                $$"""
                "users#ListUsersResponse": {"type": "structure", "members": { {{members}} } }
                """
            )
        );

    [Theory]
    [InlineData(
        "SSOGEN017",
        """ "users#GetUserRequest": {"type": "structure", "members": {"Id": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": «{»}}}}} """
    )]
    [InlineData(
        "SSOGEN017",
        """ "users#GetUserRequest": {"type": "structure", "members": {"Id": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}}}}}, "users#GetUser": {"type": "operation", "input": {"target": "users#GetUserRequest"}, "traits": {"smithy.api#http": {"method": "GET", "uri": «"/{Id+}"»}}} """
    )]
    [InlineData(
        "SSOGEN017",
        """ "users#GetUser": {"type": "operation", "input": {"target": "users#GetUserRequest"}, "traits": {"smithy.api#http": {"method": "GET", "uri": «"/users"»}}} """
    )]
    public void Labels_are_bound_and_required_and_long_ones_are_strings(string id, string shapes) =>
        SmithyReading.ReadUnsound(id, SmithyReading.Model(shapes));

    [Theory]
    [InlineData("SSOGEN007", """ «"users#Nothing"»: {"type": "apply", "traits": {"smithy.api#sensitive": {}}} """)]
    [InlineData("SSOGEN016", """ «"users#User$Nothing"»: {"type": "apply", "traits": {"smithy.api#required": {}}} """)]
    [InlineData("SSOGEN005", """ "users#User$Name": «{»"type": "apply"} """)]
    [InlineData(
        "SSOGEN024",
        """ "users#User": {"type": "structure", "members": {"Name": {"target": "smithy.api#String", "traits": {"smithy.api#jsonName": "a"}}}}, "users#User$Name": {"type": "apply", "traits": {«"smithy.api#jsonName"»: "b"}} """
    )]
    [InlineData(
        "SSOGEN024",
        """ "users#User": {"type": "structure", "mixins": [{"target": "users#M"}], "members": {"Name": {"target": «"smithy.api#Integer"»}}}, "users#M": {"type": "structure", "members": {"Name": {"target": "smithy.api#String"}}, "traits": {"smithy.api#mixin": {}}} """
    )]
    public void Mixins_and_applied_traits_are_checked(string id, string shapes) =>
        SmithyReading.ReadUnsound(id, SmithyReading.Model(shapes));

    [Fact]
    public void A_model_in_IDL_is_told_how_to_become_JSON()
    {
        DiagnosticInfo found = Assert.Single(SmithyReading.Read("$version: \"2.0\"\nnamespace users\n").Diagnostics);

        Assert.Equal("SSOGEN003", found.Id);
        Assert.Contains("smithy ast", found.ToDiagnostic().GetMessage(), StringComparison.Ordinal);
    }
}
