using SsoOidcGen.Model;
using SsoOidcGen.Reading;

namespace SsoOidcGen.Tests.Reading;

public sealed class ShapeTests
{
    [Fact]
    public void Shapes_keep_what_matters_on_the_wire()
    {
        ServiceModel model = ModelReading.ReadSound(
            ModelReading.Model(
                shapes: """
                {
                  "Color": {"type": "string", "enum": ["red", "blue", "red"], "min": 1, "sensitive": true},
                  "Ratio": {"type": "double", "min": 0.5, "box": true},
                  "Size": {"type": "long"},
                  "Small": {"type": "float"},
                  "Day": {"type": "timestamp", "timestampFormat": "iso8601"},
                  "Image": {"type": "blob", "streaming": true, "requiresLength": true, "min": 3},
                  "Free": {"type": "structure", "document": true, "members": {}},
                  "Colors": {"type": "list", "member": {"shape": "Color"}, "sparse": true, "min": 2},
                  "Days": {"type": "list", "member": {"shape": "Day", "timestampFormat": "rfc822"}},
                  "Choice": {"type": "structure", "union": true, "members": {"Small": {"shape": "Small"}}},
                  "Old": {"type": "string", "deprecated": true, "deprecatedMessage": "Use Color", "deprecatedSince": "2020"}
                }
                """
            )
        );
        Dictionary<string, Shape> shapes = model.Shapes.ToDictionary(shape => shape.Name);

        StringShape color = new("Color")
        {
            EnumValues = [new EnumValue("red"), new EnumValue("blue")],
            MinLength = 1,
            Sensitive = true,
        };
        Assert.Equal(color, shapes["Color"]);
        Assert.Equal(new NumberShape("Ratio", NumberKind.Double) { Minimum = 0.5m }, shapes["Ratio"]);
        Assert.Equal(new NumberShape("Size", NumberKind.Long), shapes["Size"]);
        Assert.Equal(new NumberShape("Small", NumberKind.Float), shapes["Small"]);
        Assert.Equal(new TimestampShape("Day") { Format = TimestampFormat.DateTime }, shapes["Day"]);
        BlobShape image = new("Image")
        {
            Streaming = true,
            RequiresLength = true,
            MinLength = 3,
        };
        Assert.Equal(image, shapes["Image"]);
        Assert.Equal(new DocumentShape("Free"), shapes["Free"]);
        ListShape colors = new("Colors", new ElementReference("Color")) { Sparse = true, MinLength = 2 };
        Assert.Equal(colors, shapes["Colors"]);
        Assert.Equal(new ListShape("Days", new ElementReference("Day", TimestampFormat.HttpDate)), shapes["Days"]);
        Assert.True(Assert.IsType<StructureShape>(shapes["Choice"]).IsUnion);
        Assert.Equal(new Deprecation("Use Color", "2020"), shapes["Old"].Deprecated);
    }

    [Fact]
    public void Members_keep_their_place_and_their_names()
    {
        ServiceModel model = ModelReading.ReadSound(
            ModelReading.Model(
                shapes: """
                {
                  "Meta": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}},
                  "Reply": {
                    "type": "structure",
                    "required": ["Body"],
                    "members": {
                      "Body": {"shape": "User", "documentation": "<p>Who</p>"},
                      "Tag": {"shape": "Text", "location": "header", "locationName": "x-tag", "jsonvalue": true},
                      "Meta": {"shape": "Meta", "location": "headers", "locationName": "x-meta-"},
                      "Code": {"shape": "Count", "location": "statusCode"},
                      "Key": {"shape": "Text", "location": "querystring", "idempotencyToken": true, "deprecated": true}
                    },
                    "payload": "Body"
                  }
                }
                """
            )
        );
        StructureShape reply = model.Shapes.OfType<StructureShape>().Single(shape => shape.Name == "Reply");
        Member body = reply.Members[0];
        Member tag = reply.Members[1];
        Member key = reply.Members[4];

        Assert.Equal("Body", reply.Payload);
        Assert.Equal((true, "<p>Who</p>", MemberLocation.Body), (body.Required, body.Documentation, body.Location));
        Assert.Equal((MemberLocation.Header, "x-tag", true), (tag.Location, tag.HttpName, tag.JsonValue));
        Assert.Equal((MemberLocation.PrefixHeaders, "x-meta-"), (reply.Members[2].Location, reply.Members[2].HttpName));
        Assert.Equal(MemberLocation.StatusCode, reply.Members[3].Location);
        Assert.Equal((true, "Key"), (key.IdempotencyToken, key.HttpName));
        Assert.Equal(new Deprecation(null, null), key.Deprecated);
    }

    [Theory]
    [InlineData(
        """{"httpStatusCode": 429, "code": "Slow"}, "retryable": {"throttling": true}""",
        "Slow",
        429,
        false,
        true,
        true
    )]
    [InlineData("""{"httpStatusCode": 400, "senderFault": true}, "retryable": {}""", "Failed", 400, false, true, false)]
    [InlineData("""{}, "fault": true""", "Failed", 0, true, false, false)]
    [InlineData("""{"httpStatusCode": 503}""", "Failed", 503, true, false, false)]
    public void An_error_knows_whose_fault_it_is_and_whether_to_retry(
        string error,
        string code,
        int status,
        bool isServerFault,
        bool retryable,
        bool throttling
    )
    {
        ServiceModel model = ModelReading.ReadSound(
            ModelReading.Model(
                $$"""{"Failed": {"type": "structure", "exception": true, "members": {}, "error": {{error}} } }"""
            )
        );

        StructureShape failed = model.Shapes.OfType<StructureShape>().Single(shape => shape.Name == "Failed");
        Assert.Equal(new ErrorTrait(code, status, isServerFault, retryable, throttling), failed.Error);
    }

    [Theory]
    [InlineData("SSOGEN004", """{"X": {"type": «4»}}""")]
    [InlineData("SSOGEN004", """{"X": {"type": "timestamp", "timestampFormat": «"julian"»}}""")]
    [InlineData("SSOGEN004", """{"X": {"type": "integer", "min": «"0"»}}""")]
    [InlineData("SSOGEN004", """{"X": {"type": "string", "min": «1.5»}}""")]
    [InlineData("SSOGEN004", """{"X": {"type": "double", "min": «1e99»}}""")]
    [InlineData("SSOGEN004", """{"X": {"type": "string", "enum": ["a", «1»]}}""")]
    [InlineData("SSOGEN004", """{"X": {"type": "structure", "members": «[»]}}""")]
    [InlineData("SSOGEN004", """{"X": {"type": "structure", "members": {"A": «null»}}}""")]
    [InlineData(
        "SSOGEN004",
        """{"X": {"type": "structure", "members": {"A": {"shape": "Text", "location": «"body"»}}}}"""
    )]
    [InlineData("SSOGEN004", """{"X": «true»}""")]
    [InlineData("SSOGEN005", """{"X": «{»}}""")]
    [InlineData("SSOGEN005", """{"X": «{»"type": "list"}}""")]
    [InlineData("SSOGEN005", """{"X": {"type": "list", "member": «{»}}}""")]
    [InlineData("SSOGEN005", """{"X": «{»"type": "map", "key": {"shape": "Text"}}}""")]
    [InlineData("SSOGEN005", """{"X": {"type": "structure", "members": {"A": «{»}}}}""")]
    [InlineData("SSOGEN006", """{«"X-Y"»: {"type": "string"}}""")]
    [InlineData("SSOGEN006", """{«""»: {"type": "string"}}""")]
    [InlineData("SSOGEN006", """{"X": {"type": "structure", "members": {«"1st"»: {"shape": "Text"}}}}""")]
    [InlineData("SSOGEN007", """{"X": {"type": "list", "member": {"shape": «"Txt"»}}}""")]
    [InlineData("SSOGEN007", """{"X": {"type": "structure", "members": {"A": {"shape": «"Txt"»}}}}""")]
    [InlineData("SSOGEN008", """{"X": {"type": «"bigDecimal"»}}""")]
    [InlineData("SSOGEN009", """{"X": {"type": "map", "key": {"shape": «"Count"»}, "value": {"shape": "Text"}}}""")]
    [InlineData("SSOGEN009", """{"X": {"type": "list", "member": {"shape": «"NotFound"»}}}""")]
    [InlineData("SSOGEN009", """{"X": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": «"NotFound"»}}}""")]
    [InlineData("SSOGEN009", """{"X": {"type": "structure", "members": {"A": {"shape": «"NotFound"»}}}}""")]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "payload": "A", "members": {"A": {"shape": «"Users"»}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"User"», "location": "header"}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"Users"», "location": "querystring"}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"User"», "location": "uri"}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"UserMap"», "location": "headers"}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"Text"», "location": "statusCode"}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"Count"», "jsonvalue": true}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"Count"», "idempotencyToken": true}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"Count"», "hostLabel": true}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"User"», "eventheader": true}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "members": {"A": {"shape": «"Users"», "eventpayload": true}}}}"""
    )]
    [InlineData(
        "SSOGEN009",
        """{"X": {"type": "structure", "eventstream": true, "members": {"A": {"shape": «"Text"»}}}}"""
    )]
    [InlineData(
        "SSOGEN011",
        """{"X": {"type": "string", «"sensitve"»: true}, "Y": {"type": "string", "sensitve": true}}"""
    )]
    [InlineData("SSOGEN014", """{"X": {"type": "structure", "required": [«"A"»], "members": {"A": {"shape": "X"}}}}""")]
    [InlineData("SSOGEN015", """{"X": {"type": "list", "member": {"shape": «"X"»}}}""")]
    [InlineData(
        "SSOGEN015",
        """{"X": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": «"Y"»}}, "Y": {"type": "list", "member": {"shape": "X"}}}"""
    )]
    [InlineData(
        "SSOGEN016",
        """{"X": {"type": "structure", "required": ["A", «"B"»], "members": {"A": {"shape": "Text"}}}}"""
    )]
    [InlineData("SSOGEN016", """{"X": {"type": "structure", "payload": «"B"», "members": {"A": {"shape": "Text"}}}}""")]
    [InlineData(
        "SSOGEN017",
        """{"X": {"type": "structure", "members": {"A": {"shape": "Text"}, "B": {"shape": "Text", "locationName": «"A"»}}}}"""
    )]
    [InlineData(
        "SSOGEN017",
        """{"X": {"type": "structure", "members": {"A": {"shape": "Text", "location": "header", "locationName": «"x:y"»}}}}"""
    )]
    [InlineData(
        "SSOGEN017",
        """{"X": {"type": "structure", "payload": "A", "members": {"A": {"shape": "Text"}, "B": {"shape": "Text", "locationName": «"b"»}}}}"""
    )]
    [InlineData(
        "SSOGEN017",
        """{"X": {"type": "structure", "payload": "A", "members": {"A": {"shape": "Text", "location": "header", "locationName": «"a"»}}}}"""
    )]
    public void A_fault_in_a_shape_is_reported_at_its_token_and_leaves_the_rest(string id, string shapes)
    {
        ServiceModel? model = ModelReading.ReadUnsound(id, ModelReading.Model(shapes));

        Assert.Equal(["GetUser", "ListUsers"], model!.Operations.Select(operation => operation.Name));
        Assert.Contains(model.Shapes, shape => shape.Name == "UserMap");
    }

    [Fact]
    public void One_missing_shape_is_reported_once_whatever_depends_on_it()
    {
        ServiceModel? model = ModelReading.ReadUnsound(
            "SSOGEN007",
            ModelReading.Model(
                shapes: """
                {
                  "A": {"type": "list", "member": {"shape": «"Missing"»}},
                  "B": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "A"}},
                  "C": {"type": "structure", "members": {"B": {"shape": "B"}, "M": {"shape": "Missing"}, "T": {"shape": "Text"}}},
                  "D": {"type": "structure", "payload": "A", "members": {"A": {"shape": "Missing"}}}
                }
                """,
                operations: """
                {
                  "DoA": {"http": {"method": "POST", "requestUri": "/a"}, "input": {"shape": "Missing"}},
                  "DoC": {"http": {"method": "POST", "requestUri": "/c"}, "input": {"shape": "C"}, "errors": [{"shape": "Missing"}]}
                }
                """
            )
        );

        Assert.DoesNotContain(model!.Shapes, shape => shape.Name is "A" or "B");
        StructureShape left = model.Shapes.OfType<StructureShape>().Single(shape => shape.Name == "C");
        Assert.Equal("T", Assert.Single(left.Members).Name);
        Assert.Equal(["GetUser", "ListUsers", "DoC"], model.Operations.Select(operation => operation.Name));
    }

    [Theory]
    [InlineData("rest-json", 1)]
    [InlineData("json", 0)]
    [InlineData("smithy-rpc-v2-cbor", 0)]
    public void Events_are_a_body_of_their_own_where_members_are_not_bound_to_HTTP(string protocol, int faults)
    {
        ReadResult result = ModelReading.Read(
            ModelReading.Model(
                """
                {
                  "Event": {"type": "structure", "event": true, "members": {"Name": {"shape": "Text"}}},
                  "Events": {"type": "structure", "eventstream": true, "members": {"Event": {"shape": "Event"}}},
                  "Watched": {"type": "structure", "members": {"Name": {"shape": "Text"}, "Events": {"shape": "Events"}}}
                }
                """,
                metadata: $$"""{"protocol": "{{protocol}}", "serviceId": "Users", "endpointPrefix": "users"}"""
            )
        );

        Assert.Equal(faults, result.Diagnostics.Count);
        StructureShape watched = result.Model!.Shapes.OfType<StructureShape>().Single(shape => shape.Name == "Watched");
        Assert.Equal(2 - faults, watched.Members.Count);
    }

    [Fact]
    public void A_stream_is_the_payload_of_an_input_or_output_and_nothing_else()
    {
        const string Shapes = """
            {
              "Blob": {"type": "blob", "streaming": true},
              "Put": {"type": "structure", "payload": "Body", "members": {"Body": {"shape": "Blob"}}},
              "Nested": {"type": "structure", "members": {"Put": {"shape": "Put"}}},
              "Inner": {"type": "structure", "members": {"Body": {"shape": "Blob"}}},
              "All": {"type": "list", "member": {"shape": "Blob"}}
            }
            """;

        EquatableArray<SsoOidcGen.Diagnostics.DiagnosticInfo> diagnostics = ModelReading
            .Read(ModelReading.Model(Shapes))
            .Diagnostics;

        Assert.Equal(
            ["The member of 'All'", "Member 'Put' of 'Nested'", "Member 'Body' of 'Inner'"],
            diagnostics.Select(diagnostic => diagnostic.Arguments[0])
        );
    }

    [Fact]
    public void A_long_circle_of_required_members_is_cut_at_one_place()
    {
        const int Length = 50_000;
        string shapes = string.Join(
            ",",
            Enumerable
                .Range(0, Length)
                .Select(i =>
                    $$$"""
                        "S{{{i}}}": {"type": "structure", "required": ["Next"], "members": {"Next": {"shape": "S{{{(
                            i + 1
                        ) % Length}}}" } } }
                        """
                )
        );

        SsoOidcGen.Reading.ReadResult result = ModelReading.Read(ModelReading.Model($"{{{shapes}}}"));

        Assert.Equal(["S49999", "Next"], Assert.Single(result.Diagnostics).Arguments);
        SoundModel.Verify(result.Model!);
    }
}
