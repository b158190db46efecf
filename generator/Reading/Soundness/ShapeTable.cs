using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>The shapes of a model that are sound so far, and the names of all that it declares.</summary>
internal sealed class ShapeTable(IReadOnlyList<string> declared)
{
    private readonly HashSet<string> _names = [.. declared];
    private readonly Dictionary<string, Shape> _sound = [];
    private readonly HashSet<string> _damaged = [];

    /// <summary>The sound shapes, in the model's order.</summary>
    public IEnumerable<Shape> Shapes => declared.Where(_sound.ContainsKey).Select(name => _sound[name]);

    /// <summary>A shape that is declared and not found has had its diagnostic.</summary>
    public bool IsDeclared(string name) => _names.Contains(name);

    public Shape? Find(string name) => _sound.TryGetValue(name, out Shape? shape) ? shape : null;

    public void Set(Shape shape) => _sound[shape.Name] = shape;

    public void Remove(string name) => _sound.Remove(name);

    /// <summary>Leaves members out of a structure.</summary>
    public void RemoveMembers(StructureShape structure, HashSet<string> members)
    {
        MarkDamaged(structure.Name);
        Set(
            structure with
            {
                Members = structure.Members.Where(member => !members.Contains(member.Name)).ToEquatableArray(),
                Payload = structure.Payload is { } payload && members.Contains(payload) ? null : structure.Payload,
            }
        );
    }

    public void MarkDamaged(string structure) => _damaged.Add(structure);

    /// <summary>Members of it are missing, and that has been reported.</summary>
    public bool IsDamaged(string structure) => _damaged.Contains(structure);
}
