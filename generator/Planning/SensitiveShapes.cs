using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>What of a service's shapes must not be printed (Smithy <c>sensitive</c>).</summary>
internal sealed class SensitiveShapes
{
    private readonly IReadOnlyDictionary<string, Shape> _shapes;
    private readonly HashSet<string> _sensitive = [];
    private readonly HashSet<string> _holding;

    /// <param name="shapes">Every shape of the service by its name.</param>
    public SensitiveShapes(IReadOnlyDictionary<string, Shape> shapes)
    {
        _shapes = shapes;
        List<StructureShape> structures = shapes.Values.OfType<StructureShape>().ToList();
        foreach (StructureShape structure in structures)
        {
            Mark(structure, isSensitive: false);
            foreach (Member member in structure.Members)
            {
                Mark(shapes[member.Target], member.Sensitive);
            }
        }

        _holding = StructureSearch.Find(
            structures,
            shapes,
            structure => IsSensitive(structure) || structure.Members.Any(IsSensitive)
        );
    }

    /// <summary>Nothing of the structure may be printed, because of itself or of where it is used.</summary>
    public bool IsSensitive(StructureShape structure) => _sensitive.Contains(structure.Name);

    /// <summary>Collections print nothing of what they hold, but the caller's own may.</summary>
    public bool IsSensitive(Member member) => member.Sensitive || IsSensitive(_shapes[member.Target]);

    /// <summary>Something in the structure must not be printed, at any depth.</summary>
    public bool AreIn(StructureShape structure) => _holding.Contains(structure.Name);

    private bool IsSensitive(Shape shape) =>
        shape.Sensitive
        || shape switch
        {
            ListShape list => IsSensitive(_shapes[list.Member.Target]),
            MapShape map => IsSensitive(_shapes[map.Key.Target]) || IsSensitive(_shapes[map.Value.Target]),
            _ => false,
        };

    /// <summary>The parts of a secret are secret.</summary>
    private void Mark(Shape shape, bool isSensitive)
    {
        isSensitive |= shape.Sensitive;
        switch (shape)
        {
            case ListShape list:
                Mark(_shapes[list.Member.Target], isSensitive);
                break;
            case MapShape map:
                Mark(_shapes[map.Value.Target], isSensitive);
                break;
            case StructureShape structure when isSensitive && _sensitive.Add(structure.Name):
                foreach (Member member in structure.Members)
                {
                    Mark(_shapes[member.Target], isSensitive: true);
                }

                break;
        }
    }
}
