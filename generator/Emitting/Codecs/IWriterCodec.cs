using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Prints how objects and values are written in a format. What is written to is an expression for the format's writer.</summary>
internal interface IWriterCodec
{
    /// <summary>What the name of a shape's class ends in.</summary>
    string ClassSuffix { get; }

    /// <summary>The writer of a request's body, over the variable <c>http</c>.</summary>
    string RequestWriter { get; }

    /// <summary>The writer of an event's payload, over the variable <c>message</c>.</summary>
    string EventWriter { get; }

    /// <summary>The method <c>Write</c> of a shape's class.</summary>
    void WriteMethod(CodeFile file, StructurePlan shape);

    /// <summary>A statement that writes a shape as its class does.</summary>
    void WriteShape(CodeWriter code, StructurePlan shape, string writer, string value);

    /// <summary>Statements that write an object with some members of a value.</summary>
    void WriteObject(CodeFile file, BodyObject body, string writer, string owner);

    /// <summary>Statements that write a value.</summary>
    void WriteValue(CodeWriter code, TypePlan type, string writer, string value);

    /// <summary>A statement that sends an object without members as a request's body.</summary>
    void WriteEmptyRequest(CodeWriter code);
}
