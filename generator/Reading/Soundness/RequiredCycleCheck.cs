using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>A structure whose required members need the structure itself has no value; the member that closes the circle becomes optional.</summary>
internal sealed class RequiredCycleCheck(ShapeTable shapes, Findings findings)
{
    private readonly HashSet<string> _begun = [];
    private readonly HashSet<string> _open = [];

    public static void Run(ShapeTable shapes, Findings findings)
    {
        RequiredCycleCheck check = new(shapes, findings);
        foreach (StructureShape structure in shapes.Shapes.OfType<StructureShape>().ToList())
        {
            check.Visit(structure.Name);
        }
    }

    /// <summary>Depth first with a stack of its own: a long chain of structures must not overflow the thread's.</summary>
    private void Visit(string name)
    {
        Stack<(string Name, IEnumerator<Member> Required)> path = new();
        Enter(path, name);
        while (path.Count > 0)
        {
            (string owner, IEnumerator<Member> required) = path.Peek();
            if (!required.MoveNext())
            {
                _open.Remove(owner);
                path.Pop();
            }
            else if (_open.Contains(required.Current.Target))
            {
                MakeOptional(owner, required.Current);
            }
            else
            {
                Enter(path, required.Current.Target);
            }
        }
    }

    private void Enter(Stack<(string Name, IEnumerator<Member> Required)> path, string name)
    {
        if (shapes.Find(name) is StructureShape { IsUnion: false } structure && _begun.Add(name))
        {
            _open.Add(name);
            path.Push((name, structure.Members.Where(member => member.Required).GetEnumerator()));
        }
    }

    private void MakeOptional(string owner, Member closing)
    {
        findings.Add(
            ReadingDiagnostics.CyclicRequiredMember,
            new ModelPart.MemberRequired(owner, closing.Name),
            owner,
            closing.Name
        );
        StructureShape structure = (StructureShape)shapes.Find(owner)!;
        shapes.Set(
            structure with
            {
                Members = structure
                    .Members.Select(member => member.Name == closing.Name ? member with { Required = false } : member)
                    .ToEquatableArray(),
            }
        );
    }
}
