using SsoOidcGen.Model;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Tests.Reading.Soundness;

public sealed class ShapeKindsTests
{
    [Fact]
    public void Every_shape_has_a_name_for_messages() =>
        Assert.Equal(
            [
                "an event stream",
                "a union",
                "an error",
                "a structure",
                "a list",
                "a map",
                "a string",
                "a number",
                "a boolean",
                "a timestamp",
                "a streaming blob",
                "a blob",
                "a document",
            ],
            new Shape[]
            {
                new StructureShape("S") { IsUnion = true, IsEventStream = true },
                new StructureShape("S") { IsUnion = true },
                new StructureShape("S") { Error = new ErrorTrait("S", 400, false, false, false) },
                new StructureShape("S"),
                new ListShape("S", new ElementReference("T")),
                new MapShape("S", new ElementReference("T"), new ElementReference("T")),
                new StringShape("S"),
                new NumberShape("S", NumberKind.Integer),
                new BooleanShape("S"),
                new TimestampShape("S"),
                new BlobShape("S") { Streaming = true },
                new BlobShape("S"),
                new DocumentShape("S"),
            }.Select(ShapeKinds.Describe)
        );
}
