using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The statements that write a request's body, whatever its format.</summary>
internal static class RequestBodyEmitter
{
    public static void Write(CodeFile file, OperationPlan operation)
    {
        MessagePlan message = operation.Request.Message;
        foreach (PartPlan part in message.Parts)
        {
            switch (part)
            {
                case EventsPart events:
                    WriteEvents(file, operation, events);
                    break;
                case PayloadPart payload:
                    WritePayload(file, payload);
                    break;
            }
        }

        WriteObject(file, message);
    }

    private static void WriteEvents(CodeFile file, OperationPlan operation, EventsPart events)
    {
        string item = events.Event.Name;
        List<string> arguments =
        [
            Literals.String(operation.ModelName),
            "request." + events.Member.PropertyName,
            item + "Events.Write",
            item + "Validation.Validate",
        ];
        if (operation.Request.Message.Initial is { } message)
        {
            file.Code.Line($"EventWriter message = EventWriter.InitialRequest({Literals.String(message.MediaType)});");
            file.Writer.WriteObject(file, message.Object, file.Writer.EventWriter, "request");
            arguments.Add("message");
        }

        if (events.HasErrors)
        {
            arguments.Add($"writeException: {item}Events.WriteException");
        }

        file.Code.Line($"http.Events({string.Join(", ", arguments)});");
    }

    private static void WriteObject(CodeFile file, MessagePlan message)
    {
        switch (message.Object)
        {
            case null:
                break;
            case { Members.Count: 0 } body:
                file.Writer.WriteEmptyRequest(file.Code, body);
                break;
            case { IsOmittedWhenUnset: true } body:
                string isSet = string.Join(
                    " || ",
                    body.Members.Select(static member => $"request.{member.PropertyName} is {member.Type.Present}")
                );
                file.UsesDeprecated |= body.Members.Any(static member => member.Obsolete is not null);
                using (file.Code.Block($"if ({isSet})"))
                {
                    WriteSetObject(file, message, body);
                }

                break;
            case { } body:
                WriteSetObject(file, message, body);
                break;
        }
    }

    private static void WriteSetObject(CodeFile file, MessagePlan message, BodyObject body)
    {
        string writer = file.Writer.RequestWriter(body);
        if (message.IsWholeObject)
        {
            file.Writer.WriteShape(file.Code, message.Shape, body, writer, "request");
        }
        else
        {
            file.Writer.WriteObject(file, body, writer, "request");
        }
    }

    private static void WritePayload(CodeFile file, PayloadPart payload)
    {
        MemberPlan member = payload.Member;
        string value = "request." + member.PropertyName;
        if (payload.IsRaw)
        {
            string mediaType = payload.MediaType is null ? "null" : Literals.String(payload.MediaType);
            string content =
                member.Type is not EnumType ? value
                : member.IsNullable ? value + "?.Value"
                : value + ".Value";
            file.Code.Line($"http.Body({content}, {mediaType});");
        }
        else if (member.IsNullable)
        {
            WriteNullable(file, payload, value);
        }
        else
        {
            file.Writer.WritePayload(file.Code, payload, file.Writer.RequestWriter(body: null), value);
        }
    }

    private static void WriteNullable(CodeFile file, PayloadPart payload, string value)
    {
        MemberPlan member = payload.Member;
        using (file.Code.Block($"if ({value} is {member.Type.Present} {member.LocalName})"))
        {
            file.Writer.WritePayload(file.Code, payload, file.Writer.RequestWriter(body: null), member.LocalName);
        }

        if (payload.IsEmptyObjectWhenUnset)
        {
            using (file.Code.Block("else"))
            {
                file.Writer.WriteEmptyRequest(file.Code, body: null);
            }
        }
    }
}
