using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>
/// Gives <c>flattened</c> lists and maps to the members that hold them, where every protocol looks for it. The items of
/// a list that is flattened at its own shape are called as its element says, if it does.
/// </summary>
internal sealed class FlattenedShapes
{
    private readonly Dictionary<string, Shape> _flattened = [];

    public void Add(Shape shape) => _flattened.Add(shape.Name, shape);

    public Shape Apply(Shape shape) =>
        shape is StructureShape structure && structure.Members.Any(IsConcerned)
            ? structure with
            {
                Members = structure
                    .Members.Select(member => IsConcerned(member) ? Flatten(member) : member)
                    .ToEquatableArray(),
            }
            : shape;

    private bool IsConcerned(Member member) =>
        member.Xml is not { IsFlattened: true } && _flattened.ContainsKey(member.Target);

    private Member Flatten(Member member)
    {
        XmlTraits own = member.Xml ?? new XmlTraits();
        string? ofItems = (_flattened[member.Target] as ListShape)?.Member.Xml?.Name;
        return member with { Xml = own with { Name = ofItems ?? own.Name, IsFlattened = true } };
    }
}
