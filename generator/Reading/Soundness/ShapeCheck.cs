using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>Leaves out what refers to a shape that is not there or does not fit.</summary>
internal sealed class ShapeCheck
{
    private readonly ShapeTable _shapes;
    private readonly bool _isRpc;
    private readonly Findings _findings;

    private ShapeCheck(ShapeTable shapes, bool isRpc, Findings findings)
    {
        _isRpc = isRpc;
        _shapes = shapes;
        _findings = findings;
    }

    /// <param name="isRpc">The service speaks a protocol without HTTP bindings.</param>
    public static void Run(ShapeTable shapes, bool isRpc, Findings findings)
    {
        ShapeCheck check = new(shapes, isRpc, findings);
        CollectionCheck collections = new(shapes, findings);
        foreach (Shape shape in shapes.Shapes.ToList())
        {
            collections.Check(shape);
        }

        foreach (StructureShape structure in shapes.Shapes.OfType<StructureShape>().ToList())
        {
            check.CheckMembers(structure);
        }

        RequiredCycleCheck.Run(shapes, findings);
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
        ModelPart part = new ModelPart.MemberTarget(structure.Name, member.Name);
        if (Resolve(_shapes, _findings, member.Target, part) is not { } target)
        {
            return false;
        }

        if (MemberKinds.Expected(structure, member, target, _shapes, _isRpc) is { } expected)
        {
            _findings.Add(
                ReadingDiagnostics.UnsuitableShape,
                part,
                $"Member '{member.Name}' of '{structure.Name}'",
                expected,
                target.Name,
                ShapeKinds.Describe(target)
            );
            return false;
        }

        if (MemberKinds.Fault(structure, member, wireNames) is { } fault)
        {
            _findings.Add(
                ReadingDiagnostics.InvalidHttpBinding,
                new ModelPart.MemberName(structure.Name, member.Name),
                $"Member '{member.Name}' of '{structure.Name}' {fault}"
            );
            return false;
        }

        return true;
    }

    /// <summary>The shape, or null: a name that is not declared is reported, once.</summary>
    public static Shape? Resolve(ShapeTable shapes, Findings findings, string target, ModelPart part)
    {
        Shape? shape = shapes.Find(target);
        if (shape is null && !shapes.IsDeclared(target))
        {
            findings.AddOnce(ReadingDiagnostics.UnknownShape, part, target);
        }

        return shape;
    }
}
