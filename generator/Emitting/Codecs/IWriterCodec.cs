using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Prints how objects and values are written in a format. What is written to is an expression for the format's writer.</summary>
internal interface IWriterCodec
{
    /// <summary>What the name of a shape's class ends in.</summary>
    string ClassSuffix { get; }

    /// <summary>The writer of a request's body, over the variable <c>http</c>.</summary>
    /// <param name="body">The object that is the body; null for another value.</param>
    string RequestWriter(BodyObject? body);

    /// <summary>The writer of an event's payload, over the variable <c>message</c>.</summary>
    string EventWriter { get; }

    /// <summary>The method <c>Write</c> of a shape's class.</summary>
    void WriteMethod(CodeFile file, StructurePlan shape);

    /// <summary>Statements that write an object with all members of a value, as the class of its shape does.</summary>
    void WriteShape(CodeWriter code, StructurePlan shape, BodyObject body, string writer, string value);

    /// <summary>Statements that write an object with some members of a value.</summary>
    void WriteObject(CodeFile file, BodyObject body, string writer, string owner);

    /// <summary>Statements that write the value of a member that is a whole body.</summary>
    void WritePayload(CodeWriter code, PayloadPart payload, string writer, string value);

    /// <summary>A statement that sends an object without members as a request's body.</summary>
    /// <param name="body">The object; null where it stands for a payload that is not set.</param>
    void WriteEmptyRequest(CodeWriter code, BodyObject? body);
}
