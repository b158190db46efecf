using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading;

/// <summary>One <c>locationName</c> names a member in whatever bodies the service's protocols have.</summary>
public sealed class XmlTraitsTests
{
    private const string Shapes = """
        {
          "Thing": {
            "type": "structure",
            "locationName": "thing",
            "xmlNamespace": {"uri": "urn:things", "prefix": "t"},
            "members": {
              "Plain": {"shape": "Text"},
              "Named": {"shape": "Text", "locationName": "named", "queryName": "NAMED"},
              "Kind": {"shape": "Text", "locationName": "t:kind", "xmlAttribute": true},
              "Own": {"shape": "Names", "locationName": "own", "flattened": true, "xmlNamespace": "urn:own"},
              "Flat": {"shape": "FlatNames", "locationName": "flat"},
              "FlatMap": {"shape": "FlatMap", "locationName": "flatMap"},
              "Sent": {"shape": "Text", "location": "header", "locationName": "x-sent"}
            }
          },
          "Names": {"type": "list", "member": {"shape": "Text", "locationName": "item"}},
          "FlatNames": {"type": "list", "member": {"shape": "Text", "locationName": "name"}, "flattened": true},
          "FlatMap": {
            "type": "map",
            "key": {"shape": "Text", "locationName": "k"},
            "value": {"shape": "Text", "locationName": "v"},
            "flattened": true
          },
          "Sent": {
            "type": "structure",
            "payload": "Thing",
            "members": {"Thing": {"shape": "Thing", "locationName": "Thing"}}
          },
          "Meant": {
            "type": "structure",
            "payload": "Thing",
            "members": {"Thing": {"shape": "Thing", "locationName": "Thing", "xmlNamespace": {"uri": "urn:meant"}}}
          }
        }
        """;

    [Fact]
    public void Elements_have_the_names_and_namespaces_that_the_model_gives_them()
    {
        StructureShape thing = Structure("rest-xml", "Thing");

        Assert.Equal(new XmlTraits { Name = "thing", Namespace = new("urn:things", "t") }, thing.Xml);
        Assert.Null(thing.Members[0].Xml);
        Assert.Equal(new XmlTraits { Name = "named" }, thing.Members[1].Xml);
        Assert.Equal("NAMED", thing.Members[1].Ec2QueryName);
        Assert.Equal(new XmlTraits { Name = "t:kind", IsAttribute = true }, thing.Members[2].Xml);
        Assert.Equal(
            new XmlTraits
            {
                Name = "own",
                Namespace = new("urn:own", null),
                IsFlattened = true,
            },
            thing.Members[3].Xml
        );
        Assert.Null(thing.Members[6].Xml);
        Assert.Equal("x-sent", thing.Members[6].HttpName);
    }

    [Fact]
    public void What_is_flattened_at_its_shape_is_flattened_at_its_member_and_a_list_is_called_as_its_items()
    {
        StructureShape thing = Structure("query", "Thing");

        Assert.Equal(new XmlTraits { Name = "name", IsFlattened = true }, thing.Members[4].Xml);
        Assert.Equal(new XmlTraits { Name = "flatMap", IsFlattened = true }, thing.Members[5].Xml);
    }

    [Fact]
    public void A_payload_that_only_repeats_its_own_name_is_called_as_its_target()
    {
        Assert.Null(Structure("rest-xml", "Sent").Members[0].Xml);
        Assert.Equal("Thing", Structure("rest-xml", "Meant").Members[0].Xml?.Name);
    }

    [Fact]
    public void Names_belong_to_the_bodies_that_the_service_speaks()
    {
        Member xml = Structure("ec2", "Thing").Members[1];
        Member json = Structure("rest-json", "Thing").Members[1];
        Member cbor = Structure("smithy-rpc-v2-cbor", "Thing").Members[1];

        Assert.Equal(("Named", "named"), (xml.JsonName, xml.Xml?.Name));
        Assert.Equal(("named", null), (json.JsonName, json.Xml?.Name));
        Assert.Equal(("Named", null), (cbor.JsonName, cbor.Xml?.Name));
    }

    [Fact]
    public void Operations_name_the_root_of_their_request_and_the_wrapper_of_their_result()
    {
        OperationModel put = ModelReading
            .ReadSound(
                ModelReading.Model(
                    Shapes,
                    """
                    {
                      "Put": {
                        "http": {"method": "POST", "requestUri": "/"},
                        "input": {"shape": "User", "locationName": "PutUser", "xmlNamespace": {"uri": "urn:put"}},
                        "output": {"shape": "User", "resultWrapper": "PutResult"}
                      }
                    }
                    """,
                    Metadata("rest-xml")
                )
            )
            .Operations.Single(operation => operation.Name == "Put");

        Assert.Equal(new XmlTraits { Name = "PutUser", Namespace = new("urn:put", null) }, put.InputXml);
        Assert.Equal("PutResult", put.ResultWrapper);
    }

    private static StructureShape Structure(string protocol, string name) =>
        ModelReading
            .ReadSound(ModelReading.Model(Shapes, metadata: Metadata(protocol)))
            .Shapes.OfType<StructureShape>()
            .Single(shape => shape.Name == name);

    private static string Metadata(string protocol) =>
        $$"""{"protocol": "{{protocol}}", "serviceId": "Things", "endpointPrefix": "things"}""";
}
