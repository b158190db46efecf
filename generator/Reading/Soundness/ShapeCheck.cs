using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Leaves out what refers to a shape that is not there or does not fit.</summary>
internal sealed class ShapeCheck
{
    private readonly ShapeTable _shapes;
    private readonly ModelPlaces _places;

    private ShapeCheck(ShapeTable shapes, ModelPlaces places)
    {
        _shapes = shapes;
        _places = places;
    }

    public static void Run(ShapeTable shapes, ModelPlaces places)
    {
        ShapeCheck check = new(shapes, places);
        CollectionCheck collections = new(shapes, places);
        foreach (Shape shape in shapes.Shapes.ToList())
        {
            collections.Check(shape);
        }

        foreach (StructureShape structure in shapes.Shapes.OfType<StructureShape>().ToList())
        {
            check.CheckMembers(structure);
        }

        RequiredCycleCheck.Run(shapes, places);
    }

    private void CheckMembers(StructureShape structure)
    {
        HashSet<string> unsound = [];
        HashSet<(MemberLocation, string)> wireNames = [];
        foreach (Member member in structure.Members)
        {
            if (!IsSound(structure, member, wireNames))
            {
                unsound.Add(member.Name);
            }
        }

        if (unsound.Count > 0)
        {
            _shapes.RemoveMembers(structure, unsound);
        }
    }

    private bool IsSound(StructureShape structure, Member member, HashSet<(MemberLocation, string)> wireNames)
    {
        string[] place = ["shapes", structure.Name, "members", member.Name, "shape"];
        if (Resolve(_shapes, _places, member.Target, place) is not { } target)
        {
            return false;
        }

        if (MemberKinds.Expected(structure, member, target, _shapes) is { } expected)
        {
            _places.Diagnostics.Add(
                ReadingDiagnostics.UnsuitableShape,
                _places.Find(place),
                $"Member '{member.Name}' of '{structure.Name}'",
                expected,
                target.Name,
                ShapeKinds.Describe(target)
            );
            return false;
        }

        if (MemberKinds.Fault(structure, member, wireNames) is { } fault)
        {
            _places.Diagnostics.Add(
                ReadingDiagnostics.InvalidHttpBinding,
                _places.Find("shapes", structure.Name, "members", member.Name, "locationName"),
                $"Member '{member.Name}' of '{structure.Name}' {fault}"
            );
            return false;
        }

        return true;
    }

    /// <summary>The shape, or null: a name that is not declared is reported, once.</summary>
    public static Shape? Resolve(ShapeTable shapes, ModelPlaces places, string target, params string[] place)
    {
        Shape? shape = shapes.Find(target);
        if (shape is null && !shapes.IsDeclared(target))
        {
            places.Diagnostics.AddOnce(ReadingDiagnostics.UnknownShape, places.Find(place), target);
        }

        return shape;
    }
}
