using System.Globalization;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Leaves out lists and maps whose items are unsound. They have no type of their own in C#, so they must end.</summary>
internal sealed class CollectionCheck(ShapeTable shapes, Findings findings)
{
    private const int MaximumDepth = 16;

    public void Check(Shape shape)
    {
        if (ItemOf(shape) is null || shapes.Find(shape.Name) is null)
        {
            return;
        }

        List<Shape> chain = [shape];
        while (ItemOf(chain[chain.Count - 1]) is { } item && chain.Count <= MaximumDepth)
        {
            Shape owner = chain[chain.Count - 1];
            if (
                !IsKeySound(owner)
                || ShapeCheck.Resolve(shapes, findings, item, PartOfItem(owner)) is not { } target
                || !IsItemSound(owner, target)
            )
            {
                RemoveAll(chain);
                return;
            }

            chain.Add(target);
        }

        if (chain.Count > MaximumDepth)
        {
            findings.Add(
                ReadingDiagnostics.EndlessCollection,
                PartOfItem(shape),
                shape.Name,
                MaximumDepth.ToString(CultureInfo.InvariantCulture)
            );
            RemoveAll(chain);
        }
    }

    private static string? ItemOf(Shape shape) =>
        shape switch
        {
            ListShape list => list.Member.Target,
            MapShape map => map.Value.Target,
            _ => null,
        };

    private static ModelPart PartOfItem(Shape shape) =>
        shape is ListShape ? new ModelPart.ListItem(shape.Name) : new ModelPart.MapValue(shape.Name);

    private bool IsKeySound(Shape owner)
    {
        if (owner is not MapShape map)
        {
            return true;
        }

        ModelPart part = new ModelPart.MapKey(owner.Name);
        return ShapeCheck.Resolve(shapes, findings, map.Key.Target, part) switch
        {
            null => false,
            StringShape => true,
            { } key => Report(part, $"The key of map '{owner.Name}'", "a string", key),
        };
    }

    private bool IsItemSound(Shape owner, Shape target) =>
        ShapeKinds.IsStream(target)
        || ShapeKinds.HasStream(target, shapes)
        || target is StructureShape { Error: not null }
            ? Report(
                PartOfItem(owner),
                $"The {(owner is ListShape ? "member" : "value")} of '{owner.Name}'",
                "neither a stream nor an error",
                target
            )
            : true;

    private bool Report(ModelPart part, string what, string expected, Shape actual)
    {
        findings.AddOnce(
            ReadingDiagnostics.UnsuitableShape,
            part,
            what,
            expected,
            actual.Name,
            ShapeKinds.Describe(actual)
        );
        return false;
    }

    private void RemoveAll(List<Shape> chain)
    {
        foreach (Shape shape in chain.Where(shape => ItemOf(shape) is not null))
        {
            shapes.Remove(shape.Name);
        }
    }
}
