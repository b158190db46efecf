using System.Globalization;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Leaves out lists and maps whose items are unsound. They have no type of their own in C#, so they must end.</summary>
internal sealed class CollectionCheck(ShapeTable shapes, ModelPlaces places)
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
            string role = owner is ListShape ? "member" : "value";
            if (
                !IsKeySound(owner)
                || ShapeCheck.Resolve(shapes, places, item, "shapes", owner.Name, role, "shape") is not { } target
                || !IsItemSound(owner, role, target)
            )
            {
                RemoveAll(chain);
                return;
            }

            chain.Add(target);
        }

        if (chain.Count > MaximumDepth)
        {
            places.Diagnostics.Add(
                ReadingDiagnostics.EndlessCollection,
                places.Find("shapes", shape.Name, shape is ListShape ? "member" : "value", "shape"),
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

    private bool IsKeySound(Shape owner)
    {
        if (owner is not MapShape map)
        {
            return true;
        }

        string[] place = ["shapes", owner.Name, "key", "shape"];
        return ShapeCheck.Resolve(shapes, places, map.Key.Target, place) switch
        {
            null => false,
            StringShape => true,
            { } key => Report(place, $"The key of map '{owner.Name}'", "a string", key),
        };
    }

    private bool IsItemSound(Shape owner, string role, Shape target) =>
        ShapeKinds.IsStream(target)
        || ShapeKinds.HasStream(target, shapes)
        || target is StructureShape { Error: not null }
            ? Report(
                ["shapes", owner.Name, role, "shape"],
                $"The {role} of '{owner.Name}'",
                "neither a stream nor an error",
                target
            )
            : true;

    private bool Report(string[] place, string what, string expected, Shape actual)
    {
        places.Diagnostics.AddOnce(
            ReadingDiagnostics.UnsuitableShape,
            places.Find(place),
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
