using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The method that turns a response into an operation's output.</summary>
internal static class ResponseEmitter
{
    public static void Write(CodeFile file, OperationPlan operation)
    {
        CodeWriter code = file.Code;
        MessagePlan message = operation.Response;
        StructurePlan output = message.Shape;
        using (code.Block($"public override {output.Name} ReadResponse(in ServiceResponse response)"))
        {
            if (output.Members.Count == 0)
            {
                code.Line($"return new {output.Name}();");
            }
            else if (message.IsWholeObject)
            {
                code.Line($"{file.Reader.ReaderType} reader = {file.Reader.ResponseReader(message.Object)};");
                code.Line($"return {output.Name}{file.Reader.ClassSuffix}.Read(ref reader);");
            }
            else
            {
                WriteBound(file, message);
            }
        }
    }

    private static void WriteBound(CodeFile file, MessagePlan message)
    {
        CodeWriter code = file.Code;
        foreach (PartPlan part in message.Parts)
        {
            switch (part)
            {
                case EventsPart events:
                    string item = events.Event.Name;
                    code.Line(
                        $"{events.Member.Type.Name} {events.Member.LocalName} = response.Events({item}Events.Read, {item}Events.CreateException);"
                    );
                    break;
                case PayloadPart payload:
                    WritePayload(file, payload.Member);
                    break;
                case RootTextPart root:
                    WriteRootText(file, root.Member);
                    break;
                default:
                    BoundValue.WriteLocal(code, part, "response", "response.StatusCode");
                    break;
            }
        }

        if (message.Object is { } body)
        {
            RecordEmitter.WriteLocals(code, body.Members);
            code.Line($"{file.Reader.ReaderType} reader = {file.Reader.ResponseReader(body)};");
            file.Reader.ReadObject(code, body.Members);
        }

        if (message.Initial is { } initial)
        {
            RecordEmitter.WriteLocals(code, initial.Object.Members);
            code.Line("EventMessage message = response.InitialMessage;");
            code.Line($"{file.Reader.ReaderType} reader = {file.Reader.EventReader};");
            file.Reader.ReadObject(code, initial.Object.Members);
        }

        RecordEmitter.WriteResult(file, message.Shape, message.IsStrict);
    }

    private static void WriteRootText(CodeFile file, MemberPlan member)
    {
        string text = member.LocalName + "Text";
        string value = member.Type is EnumType ? $"new {member.Type.Name}({text})" : text;
        file.Code.Line($"{file.Reader.ReaderType} reader = {file.Reader.ResponseReader(body: null)};");
        file.Code.Line($"string {text} = XmlValue.ReadString(ref reader);");
        file.Code.Line(
            $"{member.Type.Name}? {member.LocalName} = {text}.Length == 0 ? ({member.Type.Name}?)null : {value};"
        );
    }

    private static void WritePayload(CodeFile file, MemberPlan member)
    {
        CodeWriter code = file.Code;
        string type = member.Type.Name;
        string local = member.LocalName;
        switch (member.Type)
        {
            case StreamType:
                code.Line($"{type} {local} = response.Stream;");
                break;
            case BlobType:
                // Without the cast null would become an array first, and then an empty blob.
                code.Line($"{type}? {local} = response.Body.IsEmpty ? ({type}?)null : response.Body.ToArray();");
                break;
            case StringType:
                code.Line($"{type}? {local} = response.Body.IsEmpty ? null : Encoding.UTF8.GetString(response.Body);");
                break;
            case EnumType:
                code.Line(
                    $"{type}? {local} = response.Body.IsEmpty ? ({type}?)null : new {type}(Encoding.UTF8.GetString(response.Body));"
                );
                break;
            default:
                code.Line($"{file.Reader.ReaderType} reader = {file.Reader.ResponseReader(body: null)};");
                code.Line($"{type}? {local} = response.Body.IsEmpty ? null : {file.Reader.ReadValue(member.Type)};");
                break;
        }
    }
}
