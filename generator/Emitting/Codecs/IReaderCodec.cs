using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Prints how objects and values are read in a format, with a variable <c>reader</c>.</summary>
internal interface IReaderCodec
{
    /// <summary>What the name of a shape's class ends in.</summary>
    string ClassSuffix { get; }

    /// <summary>The type of the variable <c>reader</c>.</summary>
    string ReaderType { get; }

    /// <summary>A reader of a response's body, over the variable <c>response</c>.</summary>
    /// <param name="body">The object in the body; null for another value.</param>
    string ResponseReader(BodyObject? body);

    /// <summary>A reader of what an error holds, over the variable <c>error</c>.</summary>
    string ErrorReader { get; }

    /// <summary>A reader of an event's payload, over the variable <c>message</c>.</summary>
    string EventReader { get; }

    /// <summary>The method <c>Read</c> of a shape's class.</summary>
    void WriteMethod(CodeFile file, StructurePlan shape);

    /// <summary>Statements that read an object's members into their locals.</summary>
    void ReadObject(CodeWriter code, IReadOnlyList<MemberPlan> members);

    /// <summary>The same for an error, on whose members the reader stands already.</summary>
    void ReadError(CodeWriter code, IReadOnlyList<MemberPlan> members);

    /// <summary>An expression that reads a value.</summary>
    string ReadValue(TypePlan type);

    /// <summary>An expression for a structure none of whose members was sent.</summary>
    string EmptyStructure(ShapeType type);
}
