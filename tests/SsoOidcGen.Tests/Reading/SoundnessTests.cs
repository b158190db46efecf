using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Soundness;
using SsoOidcGen.Tests.Reading.SmithyAst;

namespace SsoOidcGen.Tests.Reading;

/// <summary>Soundness is a matter of the model, and locations are a matter of its format.</summary>
public sealed class SoundnessTests
{
    [Fact]
    public void A_model_of_no_format_is_checked_and_its_findings_name_parts()
    {
        List<ModelPart> parts = [];
        DiagnosticBag diagnostics = new();
        Findings findings = new(
            part =>
            {
                parts.Add(part);
                return null;
            },
            diagnostics
        );

        ServiceModel model = Draft().Check(findings);

        Assert.Equal(
            [
                new ModelPart.ListItem("Things"),
                new ModelPart.MemberRequired("Loop", "Self"),
                new ModelPart.Output("List"),
                new ModelPart.ResultKey("Get", 0),
                new ModelPart.Acceptors("Done"),
            ],
            parts
        );
        Assert.Equal(["Get"], model.Operations.Select(operation => operation.Name));
        Assert.Empty(model.Paginators);
        Assert.Empty(model.Waiters);
        string[] layout = ["'shapes'", "'required'", "json", "exception"];
        Assert.All(
            diagnostics.ToArray().Select(found => found.ToDiagnostic().GetMessage()),
            message => Assert.DoesNotContain(layout, word => message.Contains(word, StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("botocore")]
    [InlineData("Smithy")]
    public void Every_part_of_a_model_has_a_place_in_its_files(string format)
    {
        IModelFormat files = ModelFormats.Open(
            new ModelSource(
                new ModelFile("model.json", format == "Smithy" ? SmithyReading.Model() : ModelReading.Model()),
                [new("paginators-1.json", "{}"), new("waiters-2.json", "{}")]
            ),
            new DiagnosticBag(),
            TestContext.Current.CancellationToken
        )!;

        Assert.All(
            typeof(ModelPart).GetNestedTypes(),
            type =>
            {
                object[] names =
                [
                    .. type.GetConstructors()[0]
                        .GetParameters()
                        .Select(parameter => parameter.ParameterType == typeof(int) ? (object)0 : "GetUser"),
                ];
                Assert.NotNull(files.Locate((ModelPart)Activator.CreateInstance(type, names)!));
            }
        );
    }

    /// <summary>As a reader of any format may hand it over: well formed, with references that lead nowhere.</summary>
    private static ModelDraft Draft()
    {
        ShapeTable shapes = new(["In", "Loop", "Things"]);
        shapes.Set(new StructureShape("In") { Members = [Member("Token", "Loop", required: false)] });
        shapes.Set(new StructureShape("Loop") { Members = [Member("Self", "Loop", required: true)] });
        shapes.Set(new ListShape("Things", new ElementReference("Nothing")));
        ServiceModel service = new()
        {
            Metadata = new ServiceMetadata
            {
                ServiceId = "Things",
                FullName = "Things",
                ApiVersion = "",
                EndpointPrefix = "things",
                SigningName = "things",
                Protocols = [Protocol.AwsJson11],
            },
            Operations = [Operation("Get", "In"), Operation("List", "Missing")],
            Paginators =
            [
                new PaginatorModel
                {
                    Operation = "Get",
                    InputTokens = ["Token"],
                    OutputTokens = [Path("Token")],
                    ResultKeys = [Path("Elsewhere")],
                },
            ],
            Waiters =
            [
                new WaiterModel
                {
                    Name = "Done",
                    Operation = "Get",
                    DelaySeconds = 1,
                    MaxAttempts = 1,
                    Acceptors = [],
                },
            ],
        };
        return new ModelDraft(service, shapes);
    }

    private static Member Member(string name, string target, bool required) =>
        new()
        {
            Name = name,
            Target = target,
            HttpName = name,
            JsonName = name,
            Required = required,
        };

    private static OperationModel Operation(string name, string output) =>
        new()
        {
            Name = name,
            HttpMethod = "POST",
            Uri = new UriPattern([new UriSegment("/")], []),
            Input = "In",
            Output = output,
        };

    private static Model.JmesPath.JmesPathExpression Path(string field) =>
        new(field, new Model.JmesPath.FieldNode(field));
}
