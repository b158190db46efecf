namespace SsoOidcGen.Model;

/// <summary>A structure, a union (<see cref="IsUnion"/>) or an error (<see cref="Error"/>).</summary>
internal sealed record StructureShape(string Name) : Shape(Name)
{
    public EquatableArray<Member> Members { get; init; } = [];

    public bool IsUnion { get; init; }

    /// <summary>A union whose values arrive one by one as the messages of an event stream.</summary>
    public bool IsEventStream { get; init; }

    public ErrorTrait? Error { get; init; }

    /// <summary>Its element where the structure is a whole body; elsewhere members name it.</summary>
    public XmlTraits? Xml { get; init; }

    /// <summary>Name of the member that is the whole body.</summary>
    public string? Payload { get; init; }
}
